package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Two MSPs, made through the public API alone. Beacon IT has three clients in three zones; its tenant is a sandbox, so that
 * its story has the same dates whenever it is told. Northwind MSP looks after another office of the same law firm and names
 * everything alike, to show that nothing crosses.
 */
public final class DemoWorld {

    private static final Msp BEACON_IT = new Msp(
            "owner",
            "John Beacon",
            List.of(
                    new Signatory(
                            "whitfield-crane", "whitfield-crane", "partner", "Eleanor Whitfield", "Managing partner"),
                    new Signatory("thames-dental", "thames-dental", "priya", "Priya Shah", "Practice manager"),
                    new Signatory("kowhai-logistics", "kowhai-logistics", "tama", "Tama Parata", "Director")));

    private static final Msp NORTHWIND_MSP = new Msp(
            "other-owner",
            "Olga Brandt",
            List.of(new Signatory(
                    "northwind-msp", "whitfield-crane", "other-partner", "Edmund Crane", "Managing partner")));

    private static final Instant SIGNING_DAY = Instant.parse("2025-12-15T15:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param owner who signs for the MSP
     * @param clients and who signs for each
     */
    private record Msp(String owner, String ownerName, List<Signatory> clients) {}

    /**
     * @param clientFolder where the client's file is
     * @param termsFolder where the agreement's terms are
     * @param title in which they sign
     */
    private record Signatory(String clientFolder, String termsFolder, String user, String name, String title) {}

    private final RemitApi api;

    public DemoWorld(RemitApi api) {
        this.api = api;
    }

    /** Whether this world was loaded before: the connection is the last thing to be made. */
    public boolean isThere() {
        return !api.as(NORTHWIND_MSP.owner())
                .get("/api/tickets/v1/connections")
                .path("items")
                .isEmpty();
    }

    /** Makes clients, catalogues and connections, and has every agreement signed by both sides. */
    public void load() {
        loadFirst(name -> name);
        load(NORTHWIND_MSP, name -> name);
    }

    /**
     * Makes Beacon IT alone, with its clients.
     *
     * @param usernames what somebody of the demo world is called in the tenant that the API's tokens are for
     */
    public void loadFirst(UnaryOperator<String> usernames) {
        new SandboxClock(api).moveTo(SIGNING_DAY);
        load(BEACON_IT, usernames);
    }

    private void load(Msp msp, UnaryOperator<String> usernames) {
        RemitApi.As owner = api.as(msp.owner());
        for (JsonNode item : parse(DemoFiles.read("catalogue.json"))) {
            owner.post("/api/contracts/v1/catalogue/items", item);
        }
        for (Signatory client : msp.clients()) {
            JsonNode wanted = parse(DemoFiles.read(client.clientFolder() + "/client.json"));
            wanted.path("approvers").forEach(approver -> ((ObjectNode) approver)
                    .put("username", usernames.apply(approver.path("username").asText())));
            JsonNode made = owner.post("/api/contracts/v1/clients", wanted);
            sign(msp, client, made.path("code").asText());
        }
        connect(owner);
    }

    private void sign(Msp msp, Signatory client, String clientCode) {
        RemitApi.As owner = api.as(msp.owner());
        JsonNode agreement = owner.post(
                "/api/contracts/v1/agreements", Map.of("clientCode", clientCode, "title", "Managed IT services"));
        String versions = "/api/contracts/v1/agreements/" + agreement.path("id").asText() + "/versions";
        JsonNode draft = owner.post(versions, DemoFiles.read(client.termsFolder() + "/terms.json"));
        String version = versions + "/" + draft.path("version").asInt();
        JsonNode proposed = owner.post(version + "/propose", Map.of());
        String contentHash = proposed.path("contentHash").asText();
        owner.post(version + "/signatures", signature(msp.ownerName(), "Owner", contentHash));
        api.as(client.user()).post(version + "/signatures", signature(client.name(), client.title(), contentHash));
        owner.post(version + "/activate", Map.of());
    }

    private static Map<String, String> signature(String name, String title, String contentHash) {
        return Map.of("name", name, "title", title, "contentHash", contentHash);
    }

    private static void connect(RemitApi.As owner) {
        ObjectNode connection = (ObjectNode) parse(DemoFiles.read("connection.json"));
        connection.put("signingKey", "callback-key-of-the-demo-on-one-machine");
        owner.post("/api/tickets/v1/connections", connection);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
