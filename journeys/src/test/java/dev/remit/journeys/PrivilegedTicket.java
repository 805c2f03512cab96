package dev.remit.journeys;

import static dev.remit.journeys.Checks.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A ticket of the law firm that is privileged: what it is about stays at the service desk. Quotes, lines, files, evidence and
 * audit trail carry its reference and none of its words, and the money is right all the same.
 */
class PrivilegedTicket {
    private static final String TICKET = "70400";
    private static final String SECRET = "Zanzibar";
    private static final Instant THURSDAY = Instant.parse("2026-06-11T18:00:00Z");

    private static RemitApi api;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
        new SandboxClock(api).moveTo(THURSDAY);
    }

    @Test
    void itsWordsStayAtTheServiceDesk() {
        String id = api.as("psa-sync")
                .put(Psa.TICKETS + TICKET, ticket())
                .path("id")
                .asText();
        Eventually.see(
                "the ruling",
                () -> api.as("desk").get("/api/tickets/v1/tickets/" + id),
                seen -> seen.path("state").asText().equals("RULED"));
        says("Project " + SECRET + ": move our office", api.as("desk").get("/api/tickets/v1/tickets/" + id), "/title");

        String quote = approved(id);
        new SandboxClock(api).moveTo(Instant.parse("2026-06-13T21:15:00Z"));
        Map<String, Object> work =
                Psa.work(TICKET, "dana", Instant.parse("2026-06-13T12:00:00Z"), Instant.parse("2026-06-13T13:00:00Z"));
        work.put("notes", "Carried the " + SECRET + " files");
        api.as("psa-sync").put(Psa.TIME + TICKET + "-1", work);
        Eventually.see(
                "the lines",
                () -> api.as("finance")
                        .get("/api/billing/v1/extras?ticketId=" + id)
                        .path("items"),
                lines -> lines.size() == 2);
        new SandboxClock(api).moveTo(Instant.parse("2026-06-15T13:00:00Z"));
        api.as("finance").post("/api/billing/v1/cut-offs", Map.of("through", "2026-06-14"));
        String batch = "/api/billing/v1/export-batches/"
                + api.as("finance")
                        .post("/api/billing/v1/export-batches", Map.of())
                        .path("number")
                        .asText();

        Map<String, String> answers = new TreeMap<>();
        for (String part : List.of("", "/rulings", "/clocks", "/timeline", "/evidence", "/time-entries")) {
            read(answers, "partner", "/api/tickets/v1/tickets/" + id + part);
        }
        for (String part : List.of("/rulings", "/clocks", "/evidence")) {
            read(answers, "owner", "/api/tickets/v1/tickets/" + id + part);
        }
        read(answers, "owner", "/api/tickets/v1/feed?limit=200");
        for (String who : List.of("desk", "partner")) {
            read(answers, who, "/api/billing/v1/quotes/" + quote);
            read(answers, who, "/api/billing/v1/extras?ticketId=" + id);
        }
        read(answers, "finance-pull", "/api/billing/v1/finance-feed?after=0");
        read(answers, "finance-pull", batch);
        read(answers, "finance-pull", batch + "/lines.csv");
        for (String service : List.of("contracts", "tickets", "billing", "notifications")) {
            read(answers, "auditor", "/api/" + service + "/v1/audit?limit=200");
        }
        answers.forEach((path, answer) -> assertFalse(answer.contains(SECRET), path + ": " + answer));
        String csv = answers.get("finance-pull " + batch + "/lines.csv");
        assertTrue(csv.contains("cw/" + TICKET), csv);
        assertEquals(3, csv.lines().count(), "a header, labour and travel");
        says("true", api.as("owner").get("/api/tickets/v1/tickets/" + id + "/evidence"), "/intact");
    }

    private static Map<String, Object> ticket() {
        Map<String, Object> ticket = new LinkedHashMap<>(Psa.officeMove("250", THURSDAY));
        ticket.put("title", "Project " + SECRET + ": move our office");
        ticket.put("description", "The partners of " + SECRET + " must not meet.");
        ticket.put("confidential", true);
        return ticket;
    }

    private static String approved(String ticketId) {
        JsonNode quote = Eventually.see(
                        "the quote",
                        () -> api.as("desk")
                                .get("/api/billing/v1/quotes?ticketId=" + ticketId)
                                .path("items"),
                        items -> items.size() == 1)
                .get(0);
        String path = "/api/billing/v1/quotes/" + quote.path("id").asText();
        RemitApi.As desk = api.as("desk");
        desk.put(
                path,
                Map.of(
                        "cap",
                        Map.of("amount", "1000.00", "currency", "USD"),
                        "confirmCapBelowEstimate",
                        true,
                        "approverEmail",
                        "eleanor.whitfield@whitfield-crane.example"),
                desk.etag(path));
        desk.post(path + "/send", Map.of());
        api.as("partner").post(path + "/approve", Map.of("typedName", "Eleanor Whitfield"));
        return quote.path("id").asText();
    }

    private static void read(Map<String, String> answers, String who, String path) {
        answers.put(who + " " + path, api.as(who).text(path));
    }
}
