package dev.remit.tickets.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.feed.FeedProgress;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What contracts-service and billing-service tell of an MSP with a law firm. */
abstract class ToldMsp extends MspCalls {
    private static final String ITEM_CHANGED = "CatalogueItemChanged";

    public final UUID clientId = UUID.randomUUID();
    public final UUID agreementId = UUID.randomUUID();
    public String documentHash;
    public String contentHash;

    ToldMsp(UUID tenant) {
        super(tenant);
    }

    /** Has contracts-service tell of the law firm. */
    public void tellClient() {
        tellClient(clientId, CLIENT, "250", "28");
    }

    public void tellClient(UUID id, String code, String externalId, String siteExternalId) {
        tellClient(id, code, externalId, siteExternalId, true, 1);
    }

    /** Has contracts-service tell of something; what a test does next comes after it, unless the service does not answer. */
    private void tell(String type, Map<String, ?> facts) {
        awaitTaken(Neighbours.CONTRACTS.publish(type, tenant, facts));
    }

    private void awaitTaken(long position) {
        if (!Neighbours.CONTRACTS.isDown()) {
            FeedProgress progress = Arc.container().instance(FeedProgress.class).get();
            assertTrue(progress.awaitTaken("tickets.contracts", tenant, position, PATIENCE));
        }
    }

    /** Has contracts-service tell that the law firm's approver is active no more. */
    public void tellApproverRemoved() {
        tellClient(clientId, CLIENT, "250", "28", false, 2);
    }

    private void tellClient(
            UUID id, String code, String externalId, String siteExternalId, boolean active, int revision) {
        tell(
                "ClientChanged",
                Map.of(
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
                        List.of(Map.of(
                                "siteId", UUID.randomUUID().toString(),
                                "code", "broad-street",
                                "name", "40 Broad Street",
                                "timeZone", "America/New_York",
                                "externalRefs", List.of(Map.of("connection", "cw", "id", siteExternalId)))),
                        "approvers",
                        List.of(Map.of(
                                "approverId",
                                UUID.randomUUID().toString(),
                                "name",
                                "Eleanor Whitfield",
                                "email",
                                "eleanor.whitfield@whitfield-crane.example",
                                "username",
                                APPROVER,
                                "active",
                                active)),
                        "externalRefs",
                        List.of(Map.of("connection", "cw", "id", externalId)),
                        "revision",
                        revision));
    }

    /** Has contracts-service tell of the MSP's catalogue. */
    public void tellCatalogue() {
        JsonPath.from(resource("/law-firm/catalogue.json")).<Map<String, Object>>getList("items").stream()
                .mapToLong(item -> Neighbours.CONTRACTS.publish(ITEM_CHANGED, tenant, item))
                .max()
                .ifPresent(this::awaitTaken);
    }

    /** Has contracts-service tell of an item of the catalogue. */
    public void tellItem(Map<String, Object> item) {
        tell(ITEM_CHANGED, item);
    }

    /** Has contracts-service tell that an item goes by another subtype of the PSA now. */
    public void tellSubtype(String code, String category, String subtype, int revision) {
        tellItem(Map.of(
                "code", code,
                "name", code,
                "category", category,
                "matchers", Map.of("subtypes", List.of(subtype)),
                "retired", false,
                "revision", revision));
    }

    /** Has contracts-service tell of a signed version, its text changed as a test needs it. */
    public void activate(UnaryOperator<String> change) {
        activate(clientId, agreementId, change);
    }

    /** A version of the law firm's agreement, its text changed as a test needs it. */
    public Map<String, Object> document(UnaryOperator<String> change) {
        return document(clientId, agreementId, change);
    }

    private Map<String, Object> document(UUID client, UUID agreement, UnaryOperator<String> change) {
        Map<String, Object> terms = parse(change.apply(resource("/law-firm/terms.json")));
        terms.put("agreementId", agreement.toString());
        terms.put("tenant", tenant.toString());
        terms.put("client", Map.of("id", client.toString(), "code", CLIENT, "name", "Whitfield & Crane LLP"));
        return terms;
    }

    public void activate(UUID client, UUID agreement, UnaryOperator<String> change) {
        tellCatalogue();
        Map<String, Object> terms = document(client, agreement, change);
        byte[] document = CanonicalJson.bytes(terms);
        documentHash = Sha256.hex(document);
        contentHash = AgreementDocument.contentHash(document);
        Neighbours.publish(documentHash, document);
        Map<String, Object> activated = new LinkedHashMap<>(Map.of(
                "agreementId", agreement.toString(),
                "clientId", client.toString(),
                "clientCode", CLIENT,
                "version", terms.get("version"),
                "documentHash", documentHash,
                "contentHash", contentHash,
                "effectiveFrom", terms.get("effectiveFrom")));
        if (terms.containsKey("master")) {
            activated.put("masterId", terms.get("master"));
        }
        if (terms.containsKey("effectiveTo")) {
            activated.put("effectiveTo", terms.get("effectiveTo"));
        }
        tell("AgreementActivated", activated);
    }

    /** Has contracts-service tell that the law firm's agreement ends, before the end that it was signed with. */
    public void tellEnd(String effectiveTo) {
        tell(
                "AgreementEnded",
                Map.of(
                        "agreementId",
                        agreementId.toString(),
                        "clientId",
                        clientId.toString(),
                        "version",
                        1,
                        "documentHash",
                        documentHash,
                        "effectiveTo",
                        effectiveTo));
    }

    public void quoteSent(String ticketId, UUID quote, String at) {
        Neighbours.BILLING.publish(
                "QuoteSent",
                tenant,
                Map.of(
                        "quoteId",
                        quote.toString(),
                        "ticketId",
                        ticketId,
                        "workItemId",
                        firstWorkItem(ticketId),
                        "clientId",
                        clientId.toString(),
                        "sentAt",
                        at,
                        "approver",
                        Map.of("name", "Eleanor Whitfield", "email", "e@example.com")));
    }

    public void quoteDecided(String ticketId, UUID quote, String at) {
        Neighbours.BILLING.publish(
                "QuoteDecided",
                tenant,
                Map.of(
                        "quoteId",
                        quote.toString(),
                        "ticketId",
                        ticketId,
                        "workItemId",
                        firstWorkItem(ticketId),
                        "clientId",
                        clientId.toString(),
                        "decision",
                        "APPROVED",
                        "decidedAt",
                        at));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String json) {
        return new LinkedHashMap<>((Map<String, Object>) CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (InputStream in = Msp.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
