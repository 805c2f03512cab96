package dev.remit.journeys;

import static dev.remit.journeys.Checks.says;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On Friday, 12 June 2026, at 16:00 in New York the law firm reports a P2: response within 120 minutes of cover. 90 of them
 * pass until 17:30; the weekend passes for nobody; the 30 that remain end on Monday at 9:00. Nobody answers.
 */
class BreachAcrossTheWeekend {
    private static final String TICKET = "70300";
    private static final Instant FRIDAY_1600 = Instant.parse("2026-06-12T20:00:00Z");

    private static RemitApi api;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
    }

    @Test
    void theClockStandsStillWhileTheOfficeIsClosedAndBreaksOnMonday() {
        moveTo("2026-06-12T20:00:00Z");
        String id = send(ticket(FRIDAY_1600, "Priority 2 - Quick Response"));
        Eventually.see("the ruling", () -> ticketOf(id), seen -> seen.path("state")
                .asText()
                .equals("RULED"));
        says("2026-06-15T13:00:00Z", response(id), "/due");

        moveTo("2026-06-12T21:00:00Z");
        assertEquals(List.of("50"), awaitWarnings(id, 1), "Friday, 17:00: 60 of 120 minutes");
        moveTo("2026-06-12T21:30:00Z");
        assertEquals(List.of("50", "75"), awaitWarnings(id, 2), "Friday, 17:30: 90 minutes, and the office closes");
        moveTo("2026-06-14T16:00:00Z");
        says("RUNNING", response(id), "/state");
        says("5400", response(id), "/consumedSeconds");
        assertEquals(List.of(), told(id, "ClockBreached"), "Sunday, noon");
        moveTo("2026-06-15T12:48:00Z");
        assertEquals(List.of("50", "75", "90"), awaitWarnings(id, 3), "Monday, 8:48: 108 minutes");
        moveTo("2026-06-15T13:00:00Z");
        says("RUNNING", response(id), "/state");

        moveTo("2026-06-15T13:00:01Z");
        JsonNode breach = Eventually.see("the breach", () -> told(id, "ClockBreached"), seen -> !seen.isEmpty())
                .getFirst();
        says("RESPONSE", breach, "/payload/clock");
        says("BREACHED", response(id), "/state");

        // Downgraded afterwards: what was breached stays breached, and once.
        moveTo("2026-06-15T14:00:00Z");
        send(ticket(Instant.parse("2026-06-15T13:30:00Z"), "Priority 4 - Scheduled Maintenance"));
        Eventually.see("the new priority", () -> ticketOf(id), seen -> seen.path("priority")
                .asText()
                .equals("P4"));
        moveTo("2026-06-16T20:00:00Z");
        says("BREACHED", response(id), "/state");
        assertEquals(1, told(id, "ClockBreached").size(), "breaches of one clock and cycle");

        // On Tuesday the PSA sends what it had on Friday: somebody had answered at 17:15.
        Map<String, Object> late = ticket(Instant.parse("2026-06-12T21:15:00Z"), "Priority 2 - Quick Response");
        late.put("messages", List.of(Map.of("key", "m1", "at", "2026-06-12T21:15:00Z", "from", "MSP", "public", true)));
        send(late);
        Eventually.see("the correction", () -> response(id), seen -> seen.path("state")
                .asText()
                .equals("MET"));
        says("2026-06-12T21:15:00Z", response(id), "/endedAt");
        says("4500", response(id), "/consumedSeconds");
        assertEquals(1, told(id, "ClockBreached").size(), "the record of the breach stays");
        Eventually.see("word of the correction", () -> told(id, "ClockCorrected"), seen -> !seen.isEmpty());
        says(
                "BREACHED",
                api.as("desk")
                        .get("/api/tickets/v1/tickets/" + id
                                + "/clocks?asOf=2026-06-15T14:00:00Z&knownAt=2026-06-15T14:00:00Z")
                        .at("/clocks/0"),
                "/state");
    }

    private static Map<String, Object> ticket(Instant updated, String priority) {
        Map<String, Object> ticket = new LinkedHashMap<>(Psa.officeMove("250", FRIDAY_1600));
        ticket.put("sourceUpdatedAt", updated.toString());
        ticket.put("title", "Nobody can print");
        ticket.put("category", Map.of("type", "Support"));
        ticket.put("catalogueItem", "printer-fault");
        ticket.put("priority", priority);
        return ticket;
    }

    private static String send(Map<String, Object> ticket) {
        return api.as("psa-sync").put(Psa.TICKETS + TICKET, ticket).path("id").asText();
    }

    private static void moveTo(String now) {
        new SandboxClock(api).moveTo(Instant.parse(now));
    }

    private static JsonNode ticketOf(String id) {
        return api.as("desk").get("/api/tickets/v1/tickets/" + id);
    }

    private static JsonNode response(String id) {
        JsonNode clocks =
                api.as("desk").get("/api/tickets/v1/tickets/" + id + "/clocks").path("clocks");
        for (JsonNode clock : clocks) {
            if (clock.path("clock").asText().equals("RESPONSE")) {
                return clock;
            }
        }
        throw new AssertionError("no response clock in " + clocks);
    }

    private static List<String> awaitWarnings(String id, int count) {
        return Eventually.see("warning " + count, () -> told(id, "ClockWarned"), seen -> seen.size() >= count).stream()
                .map(event -> event.at("/payload/percent").asText())
                .toList();
    }

    /** What the feed has said of the response clock. */
    private static List<JsonNode> told(String id, String type) {
        List<JsonNode> told = new ArrayList<>();
        for (JsonNode event :
                api.as("owner").get("/api/tickets/v1/feed?limit=200").path("items")) {
            if (event.path("type").asText().equals(type)
                    && event.path("subject").asText().equals(id)
                    && event.at("/payload/clock").asText().equals("RESPONSE")) {
                told.add(event);
            }
        }
        return told;
    }
}
