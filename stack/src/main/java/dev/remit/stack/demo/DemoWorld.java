package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Beacon IT, an MSP with three clients in three zones, made through the public API alone. Its tenant is a sandbox, so that
 * its story has the same dates whenever it is told.
 */
public final class DemoWorld {

    /** The clients, and who signs for each. */
    private static final List<Signatory> CLIENTS = List.of(
            new Signatory("whitfield-crane", "partner", "Eleanor Whitfield"),
            new Signatory("thames-dental", "priya", "Priya Shah"),
            new Signatory("kowhai-logistics", "tama", "Tama Parata"));

    private static final Instant SIGNING_DAY = Instant.parse("2025-12-15T15:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Signatory(String clientCode, String user, String name) {}

    private final RemitApi api;

    public DemoWorld(RemitApi api) {
        this.api = api;
    }

    /** Whether this world was loaded before. */
    public boolean isThere() {
        return api.as("owner")
                .find("/api/contracts/v1/agreements?clientCode="
                        + CLIENTS.getLast().clientCode())
                .filter(list -> StreamSupport.stream(list.path("items").spliterator(), false)
                        .anyMatch(agreement -> agreement.path("activeVersion").isNumber()))
                .isPresent();
    }

    /** Makes clients, catalogue and connection, and has every agreement signed by both sides. */
    public void load() {
        SandboxClock clock = new SandboxClock(api);
        clock.moveTo(SIGNING_DAY);
        RemitApi.As owner = api.as("owner");
        for (JsonNode item : parse(DemoFiles.read("catalogue.json"))) {
            owner.post("/api/contracts/v1/catalogue/items", item);
        }
        for (Signatory client : CLIENTS) {
            owner.post("/api/contracts/v1/clients", DemoFiles.read(client.clientCode() + "/client.json"));
            sign(client);
        }
        connect(owner);
    }

    private void sign(Signatory client) {
        RemitApi.As owner = api.as("owner");
        JsonNode agreement = owner.post(
                "/api/contracts/v1/agreements",
                Map.of("clientCode", client.clientCode(), "title", "Managed IT services"));
        String versions = "/api/contracts/v1/agreements/" + agreement.path("id").asText() + "/versions";
        JsonNode draft = owner.post(versions, DemoFiles.read(client.clientCode() + "/terms.json"));
        String version = versions + "/" + draft.path("version").asInt();
        JsonNode proposed = owner.post(version + "/propose", Map.of());
        String contentHash = proposed.path("contentHash").asText();
        owner.post(version + "/signatures", Map.of("name", "John Beacon", "contentHash", contentHash));
        api.as(client.user()).post(version + "/signatures", Map.of("name", client.name(), "contentHash", contentHash));
        owner.post(version + "/activate", Map.of());
    }

    private static void connect(RemitApi.As owner) {
        ObjectNode connection = (ObjectNode) parse(DemoFiles.read("connection.json"));
        connection.put("signingKey", "one-machine-callback-key");
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
