package dev.remit.journeys;

import static dev.remit.journeys.Checks.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Hash;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On Monday, 8 June 2026 the law firm reports a printer, is answered after 90 of 120 minutes, and Dana mends it within the
 * fee. A week later both sides agree that printers are charged since 1 June, that P2 is answered within an hour, and that 95 of
 * 100 responses are in time. What that changes is listed before anybody signs, is signed by both, and is what then happens; the
 * response that is late by now is excused, and the month's figures have both.
 */
class ChangesOfThePast {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant REPORTED = Instant.parse("2026-06-08T14:00:00Z");
    private static final String TICKET = "70400";

    private static RemitApi api;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
    }

    @Test
    void whatBothSignIsWhatHappens() throws IOException {
        String ticket = printerIsMended();
        moveTo("2026-06-15T14:00:00Z");
        String version = draft();

        JsonNode tried = api.as("owner").get(version + "/changes?from=2026-06-01&to=2026-06-15");
        says("TRIED", tried, "/mode");
        says("1", tried, "/summary/ticketsChanged");

        String contentHash = api.as("owner")
                .post(version + "/propose", Map.of())
                .path("contentHash")
                .asText();
        String signed = api.as("partner").text(version + "/changes");
        JsonNode list = JSON.readTree(signed);
        isWhatWasMeant(list, ticket);
        says(Hash.sha256(signed), api.as("partner").get(version + "/document"), "/changes/sha256");
        String page = api.as("partner").text(version + "/reading-copy");
        assertTrue(page.contains("1 piece of work that is included becomes extra."), page);
        assertTrue(page.contains("150.00 USD"), page);
        assertTrue(page.contains("95 % are met in each month"), page);
        says("INCLUDED", ticketOf(ticket), "/workItems/0/ruling/verdict");

        api.as("owner").post(version + "/signatures", signature("John Beacon", "Owner", contentHash));
        api.as("partner")
                .post(version + "/signatures", signature("Eleanor Whitfield", "Managing partner", contentHash));
        api.as("owner").post(version + "/activate", Map.of());

        happens(list, ticket);
        isExcused(ticket);
        assertEquals(signed, api.as("partner").text(version + "/changes"), "what was signed stays");
        says("true", api.as("auditor").get(version + "/verification"), "/intact");
    }

    private static String printerIsMended() {
        moveTo("2026-06-08T14:00:00Z");
        String id = send(ticket(REPORTED));
        Eventually.see("the ruling", () -> ticketOf(id), seen -> seen.path("state")
                .asText()
                .equals("RULED"));
        moveTo("2026-06-08T17:00:00Z");
        Map<String, Object> answered = ticket(Instant.parse("2026-06-08T15:30:00Z"));
        answered.put(
                "messages", List.of(Map.of("key", "m1", "at", "2026-06-08T15:30:00Z", "from", "MSP", "public", true)));
        send(answered);
        Map<String, Object> work = new LinkedHashMap<>(
                Psa.work(TICKET, "dana", Instant.parse("2026-06-08T16:00:00Z"), Instant.parse("2026-06-08T17:00:00Z")));
        work.put("travel", false);
        api.as("psa-sync").put(Psa.TIME + "w-" + TICKET, work);
        Eventually.see("the response", () -> response(id), seen -> seen.path("state")
                .asText()
                .equals("MET"));
        Eventually.see(
                "the work within the fee",
                () -> api.as("finance").get("/api/billing/v1/included?clientCode=whitfield-crane&month=2026-06"),
                seen -> seen.at("/items/0/minutes").asInt() == 60);
        return id;
    }

    /** Path of the draft of a second version, of 1 June. */
    private static String draft() {
        JsonNode agreement = api.as("owner")
                .get("/api/contracts/v1/agreements?clientCode=whitfield-crane")
                .at("/items/0");
        String versions = "/api/contracts/v1/agreements/" + agreement.path("id").asText() + "/versions";
        ObjectNode terms = (ObjectNode) api.as("owner").get(versions + "/1/terms");
        terms.put("effectiveFrom", "2026-06-01");
        ((ArrayNode) terms.path("scopeRules"))
                .addObject()
                .put("clause", "4.2")
                .put("item", "printer-fault")
                .put("treatment", "EXTRA")
                .put("workType", "ONSITE")
                .put("approval", "NOT_REQUIRED");
        ((ObjectNode) terms.at("/serviceLevels/1")).put("responseMinutes", 60);
        terms.putArray("compliance")
                .addObject()
                .put("clause", "3.1")
                .put("clock", "RESPONSE")
                .put("percent", "95")
                .put("period", "MONTH")
                .putArray("exclusions")
                .add("FORCE_MAJEURE");
        ((ObjectNode) terms.at("/examples/1")).put("title", "A P2 of Friday 16:30 is answered by Friday 17:30");
        ((ObjectNode) terms.at("/examples/1/target")).put("due", "2026-06-05T17:30");
        return versions + "/"
                + api.as("owner").post(versions, terms).path("version").asText();
    }

    private static void isWhatWasMeant(JsonNode list, String ticket) {
        says("ACTIVATED", list, "/mode");
        says("2026-06-01", list, "/from");
        says("1", list, "/summary/ticketsLookedAt");
        assertEquals(1, list.path("tickets").size(), list::toString);
        says(ticket, list, "/tickets/0/ticketId");
        says("INCLUDED", list, "/tickets/0/rulings/0/before/verdict");
        says("EXTRA", list, "/tickets/0/rulings/0/after/verdict");
        says("4.2", list, "/tickets/0/rulings/0/after/clause");
        assertEquals(1, list.at("/tickets/0/clocks").size(), list::toString);
        says("RESPONSE", list, "/tickets/0/clocks/0/clock");
        says("MET", list, "/tickets/0/clocks/0/before/state");
        says("BREACHED", list, "/tickets/0/clocks/0/after/state");
        says("1", list, "/summary/breachesThatCome");
        assertEquals(1, list.path("money").size(), list::toString);
        says("0.00", list, "/money/0/sums/0/billedBefore/amount");
        says("150.00", list, "/money/0/sums/0/billedAfter/amount");
    }

    private static void happens(JsonNode list, String ticket) {
        String verdict = list.at("/tickets/0/rulings/0/after/verdict").asText();
        Eventually.see(
                "the other terms",
                () -> ticketOf(ticket),
                seen -> seen.at("/terms/version").asInt() == 2);
        JsonNode ruled = ticketOf(ticket);
        says(verdict, ruled, "/workItems/0/ruling/verdict");
        says(list.at("/tickets/0/rulings/0/after/clause").asText(), ruled, "/workItems/0/ruling/clause/id");
        says("VERSION_FOR_THE_PAST", ruled, "/workItems/0/ruling/cause");
        says(list.at("/tickets/0/clocks/0/after/state").asText(), response(ticket), "/state");
        JsonNode extras = Eventually.see(
                "the line", () -> api.as("finance").get("/api/billing/v1/extras?limit=50"), seen -> !seen.path("items")
                        .isEmpty());
        assertEquals(1, extras.path("items").size(), extras::toString);
        says(list.at("/money/0/sums/0/billedAfter/amount").asText(), extras, "/items/0/billed/amount");
    }

    private static void isExcused(String ticket) {
        api.as("desk")
                .post(
                        "/api/tickets/v1/tickets/" + ticket + "/excuses",
                        Map.of(
                                "clock",
                                "RESPONSE",
                                "cycle",
                                "created",
                                "reason",
                                "FORCE_MAJEURE",
                                "note",
                                "The hour was agreed on a week later"));
        JsonNode figures = api.as("partner").get("/api/tickets/v1/compliance?period=2026-06&clock=RESPONSE");
        says("1", figures, "/total/breached");
        says("FORCE_MAJEURE", figures, "/total/excused/0/reason");
        says("0.00", figures, "/total/percent");
        JsonNode promises = api.as("partner").get("/api/tickets/v1/compliance/promises?period=2026-06");
        says("3.1", promises, "/promises/0/clause");
        says("OPEN", promises, "/promises/0/withExcuses");
        says("0", promises, "/promises/0/budget/missed");
    }

    private static Map<String, Object> ticket(Instant updated) {
        Map<String, Object> ticket = new LinkedHashMap<>(Psa.officeMove("250", REPORTED));
        ticket.put("sourceUpdatedAt", updated.toString());
        ticket.put("title", "The printer is jammed");
        ticket.put("category", Map.of("type", "Service desk", "subtype", "Printer"));
        ticket.put("priority", "Priority 2 - Quick Response");
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
        for (JsonNode clock :
                api.as("desk").get("/api/tickets/v1/tickets/" + id + "/clocks").path("clocks")) {
            if (clock.path("clock").asText().equals("RESPONSE")) {
                return clock;
            }
        }
        throw new AssertionError("no response clock");
    }

    private static Map<String, String> signature(String name, String title, String contentHash) {
        return Map.of("name", name, "title", title, "contentHash", contentHash);
    }
}
