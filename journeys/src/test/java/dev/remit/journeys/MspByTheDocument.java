package dev.remit.journeys;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.journeys.proof.ClientCredentials;
import dev.remit.journeys.proof.DocumentedApi;
import dev.remit.stack.FirstLogIn;
import dev.remit.stack.Stack;
import dev.remit.stack.TestKeycloak;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * From an operator's token to an extra that finance pulls, and to chains that are verified after the MSP is gone: with the
 * operations and the examples of the API document alone. What people do at their first log-in they do in the browser.
 */
class MspByTheDocument {
    private static final List<String> SERVICES = List.of("contracts", "tickets", "billing", "notifications");
    private static final Duration SHORTLY = Duration.ofSeconds(20);
    private static final Map<String, Object> NOTHING = Map.of();
    private static final Map<String, String> TICKET = Map.of("connection", "cw", "externalId", "70123");
    private static final Map<String, String> TIME = Map.of("connection", "cw", "externalId", "90001");

    private final Stack stack = JourneyStack.shared();
    private final DocumentedApi api = new DocumentedApi(stack.gatewayUrl());
    private final DocumentedApi.As operator = api.as(stack.token("operator"));
    /** No two people of a realm share a name, and the document's examples are everybody's. */
    private final String suffix = "." + UUID.randomUUID();

    @Test
    void anMspIsMadeWorksAndIsErased() {
        ObjectNode wanted = api.example("createTenant", "acme-it").put("kind", "SANDBOX");
        named((ObjectNode) wanted.path("owner"));
        JsonNode made = operator.call("createTenant", NOTHING, wanted);
        String tenant = made.at("/tenant/id").asText();
        DocumentedApi.As owner = person(made);
        clockIs(owner, "2025-12-15T15:00:00Z");

        String extra = workIsSold(owner);
        JsonNode machine = owner.call("createMachineClient", NOTHING, api.example("createMachineClient", "finance"));
        DocumentedApi.As finance = machine(machine);
        JsonNode pulled =
                shortly(() -> finance.call("readFinanceFeed", NOTHING).at("/items/0"), item -> !item.isMissingNode());
        assertTrue(pulled.toString().contains(extra), pulled + " is not of " + extra);

        Map<String, String> id = Map.of("id", tenant);
        operator.call("suspendTenant", id, api.example("suspendTenant", "suspend"));
        SERVICES.forEach(service -> {
            String export = shortly(
                    () -> operator.text(service + "ExportSuspendedTenant", id), text -> text.contains("\"sha256\""));
            assertTrue(export.lines().count() > 2, service + " exported " + export);
        });
        operator.call("eraseTenant", id, api.example("eraseTenant", "erase"));
        SERVICES.forEach(service -> {
            JsonNode report = shortly(
                    () -> operator.call(service + "GetErasure", id),
                    read -> read.path("state").asText().equals("DONE"));
            assertTrue(report.at("/audit/intact").booleanValue(), report.toString());
            assertTrue(report.at("/evidence/intact").booleanValue(), report.toString());
        });
        assertEquals("ERASED", operator.call("getTenant", id).path("state").asText());
    }

    /** From the client to a line that finance may pull; its id. */
    private String workIsSold(DocumentedApi.As owner) {
        owner.call("createCatalogueItem", NOTHING, api.example("createCatalogueItem", "office-move"));
        ObjectNode invitation = named(api.example("invitePerson", "approver"));
        ObjectNode client = api.example("createClient", "law-firm");
        ((ObjectNode) client.at("/approvers/0"))
                .put("username", invitation.path("login").asText());
        owner.call("createClient", NOTHING, client);
        DocumentedApi.As partner = person(owner.call("invitePerson", NOTHING, invitation));
        contractIsSigned(owner, partner);

        owner.call("createConnection", NOTHING, api.example("createConnection", "connectwise"));
        JsonNode made = owner.call("createMachineClient", NOTHING, api.example("createMachineClient", "psa"));
        DocumentedApi.As psa = machine(made);
        clockIs(owner, "2026-06-11T18:00:00Z");
        psa.call("syncTicket", TICKET, api.example("syncTicket", "office-move"));
        String ticket = shortly(
                        () -> owner.call("getTicketByReference", TICKET),
                        read -> read.at("/workItems/0/ruling/verdict").asText().equals("EXTRA"))
                .path("id")
                .asText();
        workIsApproved(owner, partner, Map.of("ticketId", ticket));
        clockIs(owner, "2026-06-13T21:15:00Z");
        psa.call("syncTimeEntry", TIME, api.example("syncTimeEntry", "saturday"));
        JsonNode line = shortly(
                () -> owner.call("listExtras", Map.of("ticketId", ticket)).at("/items/0"),
                read -> read.path("status").asText().equals("OPEN"));
        clockIs(owner, "2026-07-01T13:00:00Z");
        owner.call("createCutOff", NOTHING, api.example("createCutOff", "june"));
        return line.path("id").asText();
    }

    private void contractIsSigned(DocumentedApi.As owner, DocumentedApi.As partner) {
        String agreement = owner.call("createAgreement", NOTHING, api.example("createAgreement", "managed"))
                .path("id")
                .asText();
        owner.call("createAgreementVersion", Map.of("id", agreement), api.example("createAgreementVersion", "terms"));
        Map<String, String> version = Map.of("id", agreement, "number", "1");
        String hash = owner.call("proposeAgreementVersion", version)
                .path("contentHash")
                .asText();
        ObjectNode signature = api.example("signAgreementVersion", "partner").put("contentHash", hash);
        partner.call("signAgreementVersion", version, signature);
        owner.call(
                "signAgreementVersion",
                version,
                signature.deepCopy().put("name", "Ann Archer").put("title", "Owner"));
        owner.call("activateAgreementVersion", version);
    }

    private void workIsApproved(DocumentedApi.As owner, DocumentedApi.As partner, Map<String, String> ofTicket) {
        String quote = shortly(() -> owner.call("listQuotes", ofTicket).at("/items/0"), read -> !read.isMissingNode())
                .path("id")
                .asText();
        Map<String, String> id = Map.of("id", quote);
        owner.call("changeQuote", id, api.example("changeQuote", "saturday"));
        owner.call("sendQuote", id);
        partner.call("approveQuote", id, api.example("approveQuote", "partner"));
    }

    private void clockIs(DocumentedApi.As owner, String now) {
        SERVICES.forEach(service -> shortly(
                () -> owner.call(
                        service + "MoveSandboxClock",
                        NOTHING,
                        api.example(service + "MoveSandboxClock", "later").put("now", now)),
                moved -> moved.path("now").asText().equals(now)));
    }

    private ObjectNode named(ObjectNode person) {
        return person.put("login", person.path("login").asText() + suffix)
                .put("email", person.path("email").asText() + suffix.replace("-", ""));
    }

    /** Somebody who was let in, after their first log-in. */
    private DocumentedApi.As person(JsonNode made) {
        JsonNode first = made.path("firstLogIn");
        return api.as(new FirstLogIn(stack.issuer(), "remit-docs", TestKeycloak.GATEWAY + "/docs/oauth2-redirect.html")
                .token(
                        first.path("login").asText(),
                        first.path("temporaryPassword").asText(),
                        "amber-lantern-51"));
    }

    private DocumentedApi.As machine(JsonNode made) {
        JsonNode secret = made.path("secret");
        return api.as(ClientCredentials.token(
                secret.path("tokenUrl").asText(),
                secret.path("clientId").asText(),
                secret.path("clientSecret").asText()));
    }

    private static <T> T shortly(Supplier<T> call, Predicate<T> wanted) {
        return await().atMost(SHORTLY).ignoreExceptions().until(call::get, wanted);
    }
}
