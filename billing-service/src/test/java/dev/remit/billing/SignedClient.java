package dev.remit.billing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.kit.feed.FeedConsumers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client with its approvers and with what it has signed, as contracts-service tells of it. */
abstract class SignedClient extends ToldClient {
    static final String PARTNER = "eleanor.whitfield@whitfield-crane.example";
    static final String DEPUTY = "samuel.crane@whitfield-crane.example";

    SignedClient(UUID tenant, FeedConsumers consumers, String code, Map<Object, Long> revisions) {
        super(tenant, consumers, code, revisions);
    }

    void clientKnown() {
        clientKnown(approver("Eleanor Whitfield", PARTNER, "partner", true, null));
    }

    /** Another client of the tenant, with one approver of this login. */
    void anotherClientKnown(String code, String login) {
        UUID id = UUID.nameUUIDFromBytes((tenant + code).getBytes(UTF_8));
        publish(
                "contracts",
                "ClientChanged",
                id,
                clientState(id, code, approver("Another One", login + "@example.com", login, true, null)));
    }

    @SafeVarargs
    final void clientKnown(Map<String, Object>... approvers) {
        publish("contracts", "ClientChanged", client, clientState(client, code, approvers));
    }

    @SafeVarargs
    private Map<String, Object> clientState(UUID id, String code, Map<String, Object>... approvers) {
        return map(
                "clientId",
                id.toString(),
                "code",
                code,
                "name",
                "Whitfield & Crane LLP",
                "timeZone",
                "America/New_York",
                "currency",
                "USD",
                "sites",
                List.of(),
                "approvers",
                List.of(approvers),
                "revision",
                revision(id));
    }

    Map<String, Object> approver(String name, String email, String username, boolean active, String deputyOf) {
        Map<String, Object> approver = map(
                "approverId",
                        UUID.nameUUIDFromBytes((client + email).getBytes(UTF_8)).toString(),
                "name", name,
                "email", email,
                "active", active);
        if (username != null) {
            approver.put("username", username);
        }
        if (deputyOf != null) {
            approver.put("deputyOf", deputyOf);
        }
        return approver;
    }

    String agreementActivated() {
        return agreementActivated(1, "2026-01-01", "150.00");
    }

    String agreementActivated(int version, String from, String onSiteRate) {
        return agreementActivated(version, from, SignedTerms.rateCard(onSiteRate));
    }

    String agreementActivated(int version, String from, Map<String, Object> rateCard) {
        byte[] document = SignedTerms.document(tenant, client, agreement, version, from, rateCard);
        String hash = published(document);
        publish(
                "contracts",
                "AgreementActivated",
                agreement,
                map(
                        "agreementId",
                        agreement.toString(),
                        "clientId",
                        client.toString(),
                        "clientCode",
                        CODE,
                        "version",
                        (long) version,
                        "documentHash",
                        hash,
                        "contentHash",
                        AgreementDocument.contentHash(document),
                        "effectiveFrom",
                        from));
        return hash;
    }

    /** An addendum to the agreement that rules and prices office moves; a null rate leaves prices to the master. */
    String addendumActivated(UUID addendum, String onSiteRate) {
        byte[] document = SignedTerms.addendum(tenant, client, addendum, agreement, onSiteRate);
        String hash = published(document);
        publish(
                "contracts",
                "AgreementActivated",
                addendum,
                map(
                        "agreementId",
                        addendum.toString(),
                        "kind",
                        "ADDENDUM",
                        "masterId",
                        agreement.toString(),
                        "clientId",
                        client.toString(),
                        "clientCode",
                        CODE,
                        "version",
                        1L,
                        "documentHash",
                        hash,
                        "contentHash",
                        AgreementDocument.contentHash(document),
                        "effectiveFrom",
                        "2026-02-01"));
        return hash;
    }

    void agreementEnded(int version, String to) {
        publish(
                "contracts",
                "AgreementEnded",
                agreement,
                map(
                        "agreementId",
                        agreement.toString(),
                        "clientId",
                        client.toString(),
                        "version",
                        (long) version,
                        "effectiveTo",
                        to));
    }

    String documentHash() {
        return UpstreamResource.hash(
                SignedTerms.document(tenant, client, agreement, 1, "2026-01-01", SignedTerms.rateCard("150.00")));
    }

    /** Has contracts-service give a document by its hash. */
    private String published(byte[] document) {
        String hash = UpstreamResource.hash(document);
        given().body(document)
                .contentType("application/json")
                .put(upstream + "/contracts/internal/v1/documents/" + hash)
                .then()
                .statusCode(204);
        return hash;
    }
}
