package dev.remit.journeys.proof;

import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One object of each kind that the demo tenant has, and how each operation of docs/roles.md that names one reaches for it. */
public final class Reach {
    /** Nobody is there. */
    private static final String RECEIVER = "http://127.0.0.1:1/";

    private static final String NAMES_AN_OBJECT = ".*\\{(id|number)}.*";

    /** What gets an operation past its validation; the others need no body. */
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/drafts",
                    "{\"from\":{\"template\":\"weekday\"},\"effectiveFrom\":\"2026-10-01\"}"),
            Map.entry("POST /api/contracts/v1/agreements/{id}/versions", terms()),
            Map.entry("PUT /api/contracts/v1/agreements/{id}/versions/{number}", terms()),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/signatures",
                    "{\"name\":\"x\",\"title\":\"x\",\"contentHash\":\"" + "0".repeat(64) + "\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/terminate",
                    "{\"effectiveTo\":\"2026-10-01\",\"reason\":\"x\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/paper-signatures",
                    "{\"party\":\"CLIENT\",\"name\":\"x\",\"title\":\"x\",\"signedOn\":\"2026-06-30\",\"contentHash\":\""
                            + "0".repeat(64) + "\",\"file\":\"" + "0".repeat(64) + "\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/adopt",
                    "{\"signedOn\":\"2026-06-30\",\"file\":\"" + "0".repeat(64)
                            + "\",\"signers\":[{\"party\":\"MSP\",\"name\":\"x\",\"title\":\"x\"}]}"),
            Map.entry("POST /api/contracts/v1/agreements/{id}/versions/{number}/cancel", "{\"reason\":\"x\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/scope-checks",
                    "{\"clientCode\":\"whitfield-crane\"}"),
            Map.entry(
                    "POST /api/contracts/v1/agreements/{id}/versions/{number}/examples",
                    "{\"examples\":[{\"title\":\"x\",\"target\":{\"priority\":\"P2\",\"clock\":\"RESPONSE\","
                            + "\"from\":\"2026-06-05T16:30\"}}]}"),
            Map.entry("POST /api/contracts/v1/people/{id}/roles", "{\"roles\":[\"AUDITOR\"]}"),
            Map.entry("POST /api/contracts/v1/people/{id}/deactivate", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/contracts/v1/people/{id}/reactivate", "{\"reason\":\"x\"}"),
            Map.entry("PUT /api/billing/v1/quotes/{id}", "{\"summary\":\"x\"}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/approve", "{\"typedName\":\"x\"}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/decline", "{\"typedName\":\"x\",\"reason\":\"x\"}"),
            Map.entry("POST /api/billing/v1/quotes/{id}/withdraw", "{\"reason\":\"x\"}"),
            Map.entry(
                    "POST /api/tickets/v1/connections/{id}/names",
                    "{\"table\":\"ROLE\",\"name\":\"x\",\"means\":\"X\"}"),
            Map.entry("POST /api/tickets/v1/reviews/{id}/resolve", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/tickets/v1/reviews/{id}/dismiss", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/tickets/v1/reviews/{id}/retry", "{\"reason\":\"x\"}"),
            Map.entry("POST /api/billing/v1/export-batches/{number}/acknowledgement", "{\"reference\":\"x\"}"),
            Map.entry("PUT /api/notifications/v1/subscriptions/{id}", "{\"url\":\"" + RECEIVER + "\"}"),
            Map.entry(
                    "POST /api/notifications/v1/subscriptions/{id}/deliveries/replay",
                    "{\"from\":\"2030-01-01T00:00:00Z\",\"until\":\"2030-01-02T00:00:00Z\"}"),
            Map.entry("POST /api/tickets/v1/tickets/{id}/work-items", "{\"title\":\"x\"}"),
            Map.entry("PUT /api/tickets/v1/tickets/{id}/work-items/{workItemId}/quantity", "{\"count\":1}"),
            Map.entry(
                    "POST /api/tickets/v1/tickets/{id}/excuses",
                    "{\"clock\":\"RESPONSE\",\"cycle\":\"created\",\"reason\":\"FORCE_MAJEURE\",\"note\":\"x\"}"),
            Map.entry("POST /api/tickets/v1/tickets/{id}/excuses/{excuseId}/withdraw", "{\"because\":\"x\"}"),
            Map.entry("POST /api/tickets/v1/tickets/{id}/contests", "{\"waitKey\":\"x\",\"reason\":\"x\"}"),
            Map.entry(
                    "POST /api/tickets/v1/tickets/{id}/contests/{contestId}/settle",
                    "{\"outcome\":\"REJECTED\",\"because\":\"x\"}"),
            Map.entry("POST /api/tickets/v1/tickets/{id}/contests/{contestId}/withdraw", "{\"because\":\"x\"}"),
            Map.entry(
                    "POST /api/billing/v1/work-items/{id}/estimates", "{\"lines\":[{\"what\":\"x\",\"minutes\":60}]}"),
            Map.entry(
                    "POST /api/tickets/v1/tickets/{id}/work-items/{workItemId}/rulings",
                    "{\"item\":\"office-move\",\"reason\":\"x\"}"));

    private static final String SCAN = "%PDF-1.7 of a paper that was signed";
    /** Its SHA-256. */
    private static final String SCAN_HASH = "f4f3a76611ad46079169a8aa23de8b42dd32ff0d7d78463c62ee26939b596f36";

    private final Map<String, String> ids = new HashMap<>();
    private final String workItem;

    public Reach(RemitApi api) {
        RemitApi.As owner = api.as("owner");
        for (String list : List.of(
                "/api/contracts/v1/agreements",
                "/api/tickets/v1/connections",
                "/api/tickets/v1/tickets",
                "/api/tickets/v1/reviews",
                "/api/billing/v1/quotes",
                "/api/billing/v1/extras",
                "/api/billing/v1/cut-offs")) {
            ids.put(list, owner.get(list).at("/items/0/id").asText());
        }
        owner.put(
                "/api/contracts/v1/agreements/" + ids.get("/api/contracts/v1/agreements") + "/files/" + SCAN_HASH,
                SCAN);
        String ticket = "/api/tickets/v1/tickets/" + ids.get("/api/tickets/v1/tickets");
        ids.put(
                "/api/tickets/v1/time-entries",
                owner.get(ticket + "/time-entries").at("/items/0/id").asText());
        ids.put(
                "/api/contracts/v1/machine-clients",
                owner.post("/api/contracts/v1/machine-clients", Map.of("name", "Reached", "role", "INTEGRATOR"))
                        .at("/machineClient/id")
                        .asText());
        ids.put(
                "/api/contracts/v1/people",
                owner.post("/api/contracts/v1/people", person())
                        .at("/person/id")
                        .asText());
        ids.put(
                "/api/notifications/v1/subscriptions",
                owner.post("/api/notifications/v1/subscriptions", Map.of("url", RECEIVER))
                        .at("/subscription/id")
                        .asText());
        ids.put("/api/notifications/v1/deliveries", delivery(owner));
        workItem = owner.get(ticket).at("/workItems/0/id").asText();
        ids.put("/api/billing/v1/work-items", workItem);
    }

    /** Whether an operation names an object that nobody else can have, by an id or a number. */
    public static boolean namesAnObject(String operation) {
        return operation.matches(NAMES_AN_OBJECT);
    }

    /** The operation on the tenant's own object, as {@link Door} takes it. */
    public String operation(String row) {
        int end = row.indexOf("/{");
        String id = ids.getOrDefault(row.substring(row.indexOf('/'), end), "");
        return row.replace("{id}", id)
                        .replace("{workItemId}", workItem)
                        .replace("{excuseId}", workItem)
                        .replace("{contestId}", workItem)
                        .replace("{credentialId}", id)
                        .replace("{number}", "1")
                        .replace("{sha256}", SCAN_HASH)
                + (row.contains("/difference") ? "?from=1" : "")
                + (row.endsWith("/changes") ? "?from=2026-06-01&to=2026-06-02" : "");
    }

    /** A body that the operation takes, if it takes any. */
    public static String body(String row) {
        return BODIES.getOrDefault(row, "{}");
    }

    private String delivery(RemitApi.As owner) {
        String subscription = "/api/notifications/v1/subscriptions/" + ids.get("/api/notifications/v1/subscriptions");
        return owner.post(subscription + "/deliveries/test", Map.of())
                .path("id")
                .asText();
    }

    private static Map<String, Object> person() {
        return Map.of(
                "login",
                "reached@beacon-it.example",
                "firstName",
                "Rae",
                "lastName",
                "Reached",
                "email",
                "reached@beacon-it.example",
                "roles",
                List.of("TECHNICIAN"));
    }

    private static String terms() {
        try (InputStream file = RemitApi.class.getResourceAsStream("/demo/whitfield-crane/terms.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
