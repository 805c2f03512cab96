package dev.remit.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.gateway.proxy.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    private static final URI ISSUER = URI.create("https://id.example/realms/remit");
    private static final Service CONTRACTS = new Service("contracts", URI.create("http://contracts:8081"));
    private static final Service TICKETS = new Service("tickets", URI.create("http://tickets:8082"));
    private static final Service BILLING = new Service("billing", URI.create("http://billing:8083"));

    private static final String MONEY = """
            "Money":{"type":"object","properties":{"amount":{"type":"string"},"currency":{"type":"string"}}}""";

    @Test
    void everyServicesPublicPathsAreThereAndNoOthers() {
        var merged = merge(
                document("contracts", "/api/contracts/v1/clients", "/internal/v1/feed", "/q/info", "/api/billing/v1/x"),
                document("tickets", "/api/tickets/v1/tickets"),
                document("billing", "/api/billing/v1/extras"));

        assertEquals("3.1.0", merged.getString("openapi"));
        assertEquals(
                Set.of("/api/contracts/v1/clients", "/api/tickets/v1/tickets", "/api/billing/v1/extras"),
                merged.getJsonObject("paths").fieldNames());
        assertEquals("[{\"url\":\"/\"}]", merged.getJsonArray("servers").encode());
        assertFalse(merged.encode().contains("http://contracts"));
    }

    @Test
    void equalSchemasAreOne() {
        var merged = merge(
                schemas("contracts", MONEY, ref("Rate", "Money")),
                schemas("tickets", MONEY),
                schemas("billing", MONEY, ref("Extra", "Money")));

        assertEquals(Set.of("Money", "Rate", "Extra"), names(merged, "schemas"));
        assertAllReferencesResolve(merged);
    }

    @Test
    void differentSchemasOfOneNameCarryTheirServicesName() {
        var merged = merge(
                schemas("contracts", "\"Client\":{\"type\":\"object\"}", ref("Agreement", "Client")),
                schemas("tickets", "\"Client\":{\"type\":\"string\"}", ref("Ticket", "Client")),
                schemas("billing", ref("Extra", "Nothing")));

        assertEquals(
                Set.of("ContractsClient", "TicketsClient", "Agreement", "Ticket", "Extra"), names(merged, "schemas"));
        assertEquals("#/components/schemas/TicketsClient", reference(merged, "Ticket"));
        assertEquals("#/components/schemas/ContractsClient", reference(merged, "Agreement"));
        assertEquals("string", schema(merged, "TicketsClient").getString("type"));
    }

    @Test
    void aClashSpreadsToWhoeverRefersToItUnderASharedName() {
        String page = ref("Page", "Item");
        String list = ref("List", "Page");
        var merged = merge(
                schemas("contracts", "\"Item\":{\"type\":\"object\"}", page, list),
                schemas("tickets", "\"Item\":{\"type\":\"string\"}", page, list),
                schemas("billing"));

        assertEquals(
                Set.of("ContractsItem", "TicketsItem", "ContractsPage", "TicketsPage", "ContractsList", "TicketsList"),
                names(merged, "schemas"));
        assertEquals("#/components/schemas/TicketsPage", reference(merged, "TicketsList"));
        assertEquals("#/components/schemas/TicketsItem", reference(merged, "TicketsPage"));
        assertAllReferencesResolve(merged);
    }

    @Test
    void aNewNameDoesNotTakeAnother() {
        var merged = merge(
                schemas("contracts", "\"A\":{\"type\":\"object\"}", "\"TicketsA\":{\"type\":\"number\"}"),
                schemas("tickets", "\"A\":{\"type\":\"string\"}"),
                schemas("billing"));

        assertEquals(Set.of("ContractsA", "TicketsA", "TicketsA_"), names(merged, "schemas"));
        assertEquals("number", schema(merged, "TicketsA").getString("type"));
        assertEquals("string", schema(merged, "TicketsA_").getString("type"));
    }

    @Test
    void discriminatorsFollowARenaming() {
        String event = """
                "Event":{"discriminator":{"propertyName":"kind","mapping":{"x":"#/components/schemas/A"}},
                         "oneOf":[{"$ref":"#/components/schemas/A"}]}""";
        var merged = merge(
                schemas("contracts", "\"A\":{\"type\":\"object\"}"),
                schemas("tickets", "\"A\":{\"type\":\"string\"}", event),
                schemas("billing"));

        assertEquals(
                "#/components/schemas/TicketsA",
                schema(merged, "Event")
                        .getJsonObject("discriminator")
                        .getJsonObject("mapping")
                        .getString("x"));
    }

    @Test
    void schemasOfInternalPathsAreLeftOut() {
        var document = json("""
                {"paths":{
                   "/api/tickets/v1/tickets":{"get":{"responses":{"200":{"$ref":"#/components/responses/Ok"}}}},
                   "/internal/v1/feed":{"get":{"responses":{"200":{"$ref":"#/components/schemas/Secret"}}}}},
                 "components":{"responses":{"Ok":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}},
                               "schemas":{"A":{"type":"object"},"Secret":{"type":"object"}}}}""");
        var merged = merge(document("contracts"), document, document("billing"));

        assertEquals(Set.of("A"), names(merged, "schemas"));
        assertEquals(Set.of("Ok"), names(merged, "responses"));
    }

    @Test
    void operationIdsAndTagsStayUnique() {
        var merged = merge(
                operation("contracts", "list", "Sandbox"),
                operation("tickets", "list", "Sandbox"),
                operation("billing", "export", "Exports"));

        assertEquals(List.of("contractsList", "ticketsList", "export"), operationIds(merged));
        assertEquals(
                List.of("Contracts: Sandbox", "Tickets: Sandbox", "Exports"),
                merged.getJsonArray("tags").stream()
                        .map(tag -> ((JsonObject) tag).getString("name"))
                        .toList());
        assertEquals(
                "[\"Tickets: Sandbox\"]",
                merged.getJsonObject("paths")
                        .getJsonObject("/api/tickets/v1/things")
                        .getJsonObject("get")
                        .getJsonArray("tags")
                        .encode());
    }

    @Test
    void oneServicesRepeatedOperationIdIsToldApart() {
        var repeated = json("""
                {"paths":{"/api/tickets/v1/a":{"get":{"operationId":"get"},"put":{"operationId":"get"}},
                          "/api/tickets/v1/b":{"get":{"operationId":"get"}}}}""");
        var merged = merge(document("contracts"), repeated, document("billing"));

        assertEquals(3, new HashSet<>(operationIds(merged)).size());
    }

    @Test
    void tokensComeFromKeycloakWhateverTheServicesSay() {
        var secured = json("""
                {"security":[{"Local":[]}],
                 "paths":{"/api/tickets/v1/tickets":{"get":{"security":[{"Local":["owner"]}]},"post":{}},
                          "/api/tickets/v1/connections/{id}/webhook":{"post":{"security":[]},"get":{"security":[]}}},
                 "components":{"securitySchemes":{"Local":{"type":"http","scheme":"basic"}}}}""");
        var merged = merge(document("contracts"), secured, document("billing"));

        assertEquals("[{\"keycloak\":[]}]", merged.getJsonArray("security").encode());
        assertEquals(Set.of("keycloak"), names(merged, "securitySchemes"));
        var flow = merged.getJsonObject("components")
                .getJsonObject("securitySchemes")
                .getJsonObject("keycloak")
                .getJsonObject("flows")
                .getJsonObject("authorizationCode");
        assertEquals(ISSUER + "/protocol/openid-connect/auth", flow.getString("authorizationUrl"));
        assertEquals(ISSUER + "/protocol/openid-connect/token", flow.getString("tokenUrl"));
        var paths = merged.getJsonObject("paths");
        var webhook = paths.getJsonObject("/api/tickets/v1/connections/{id}/webhook");
        assertEquals(
                "[]", webhook.getJsonObject("post").getJsonArray("security").encode());
        assertFalse(webhook.getJsonObject("get").containsKey("security"));
        assertFalse(paths.getJsonObject("/api/tickets/v1/tickets")
                .getJsonObject("get")
                .containsKey("security"));
    }

    @Test
    void aServiceThatIsNotReachedIsNamed() {
        var merged = MergedDocument.of(
                List.of(
                        ServiceDocument.current(CONTRACTS, document("contracts", "/api/contracts/v1/clients")),
                        ServiceDocument.unreached(TICKETS, document("tickets", "/api/tickets/v1/tickets")),
                        ServiceDocument.unreached(BILLING, null)),
                ISSUER);

        assertEquals(
                Set.of("/api/contracts/v1/clients", "/api/tickets/v1/tickets"),
                merged.getJsonObject("paths").fieldNames());
        String description = merged.getJsonObject("info").getString("description");
        assertTrue(description.contains("last seen:** tickets."), description);
        assertTrue(description.contains("missing here:** billing."), description);
        assertEquals(
                "[{\"name\":\"contracts\",\"state\":\"current\"},{\"name\":\"tickets\",\"state\":\"last-seen\"},"
                        + "{\"name\":\"billing\",\"state\":\"missing\"}]",
                merged.getJsonArray("x-remit-services").encode());
    }

    @Test
    void theSameDocumentsGiveTheSameBytesAndStayAsTheyWere() {
        var contracts = schemas("contracts", "\"A\":{\"type\":\"object\"}", ref("B", "A"));
        var tickets = schemas("tickets", "\"A\":{\"type\":\"string\"}", ref("B", "A"));
        String before = contracts.encode() + tickets.encode();

        String once = merge(contracts, tickets, schemas("billing")).encode();
        String again = merge(contracts, tickets, schemas("billing")).encode();

        assertEquals(once, again);
        assertEquals(before, contracts.encode() + tickets.encode());
    }

    private static JsonObject merge(JsonObject contracts, JsonObject tickets, JsonObject billing) {
        return MergedDocument.of(
                List.of(
                        ServiceDocument.current(CONTRACTS, contracts),
                        ServiceDocument.current(TICKETS, tickets),
                        ServiceDocument.current(BILLING, billing)),
                ISSUER);
    }

    private static JsonObject document(String service, String... paths) {
        var all = new JsonObject();
        for (String path : paths) {
            all.put(path, new JsonObject().put("get", new JsonObject()));
        }
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("servers", new JsonArray().add(new JsonObject().put("url", "http://" + service + ":8081")))
                .put("paths", all);
    }

    /** A document with these schemas, all of them used by its one path. */
    private static JsonObject schemas(String service, String... schemas) {
        var named = json("{" + String.join(",", schemas) + "}");
        var used = new JsonArray();
        named.fieldNames().forEach(name -> used.add(new JsonObject().put("$ref", "#/components/schemas/" + name)));
        var operation = new JsonObject().put("x-uses", used);
        var document = document(service, "/api/" + service + "/v1/things");
        document.getJsonObject("paths")
                .getJsonObject("/api/" + service + "/v1/things")
                .put("get", operation);
        return document.put("components", new JsonObject().put("schemas", named));
    }

    private static String ref(String name, String to) {
        return "\"%s\":{\"properties\":{\"it\":{\"$ref\":\"#/components/schemas/%s\"}}}".formatted(name, to);
    }

    private static JsonObject operation(String service, String id, String tag) {
        var document = document(service, "/api/" + service + "/v1/things");
        document.getJsonObject("paths")
                .getJsonObject("/api/" + service + "/v1/things")
                .put("get", new JsonObject().put("operationId", id).put("tags", new JsonArray().add(tag)));
        return document.put("tags", new JsonArray().add(new JsonObject().put("name", tag)));
    }

    private static List<String> operationIds(JsonObject merged) {
        List<String> ids = new ArrayList<>();
        merged.getJsonObject("paths").forEach(path -> ((JsonObject) path.getValue())
                .forEach(operation -> ids.add(((JsonObject) operation.getValue()).getString("operationId"))));
        return ids;
    }

    private static Set<String> names(JsonObject merged, String section) {
        return merged.getJsonObject("components").getJsonObject(section).fieldNames();
    }

    private static JsonObject schema(JsonObject merged, String name) {
        return merged.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private static String reference(JsonObject merged, String name) {
        return schema(merged, name)
                .getJsonObject("properties")
                .getJsonObject("it")
                .getString("$ref");
    }

    private static void assertAllReferencesResolve(JsonObject merged) {
        Set<String> there = Clashes.components(merged).keySet();
        assertTrue(there.containsAll(Clashes.references(merged.getJsonObject("components"))));
        assertTrue(there.containsAll(Clashes.references(merged.getJsonObject("paths"))));
        assertTrue(Stream.of("schemas").allMatch(merged.getJsonObject("components")::containsKey));
    }

    private static JsonObject json(String text) {
        return new JsonObject(text);
    }
}
