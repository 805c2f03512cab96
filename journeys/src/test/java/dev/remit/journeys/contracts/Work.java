package dev.remit.journeys.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tickets and time that a PSA sends, each under a key of its own, and what was billed for them. */
public final class Work {
    private final RemitApi api;
    private int sent = 71000;

    public Work(RemitApi api) {
        this.api = api;
    }

    /** A ticket once it is ruled; it was resolved when it came. */
    public JsonNode ticket(String client, String site, String type, String subtype, String at) {
        return ticket(client, site, type, subtype, "Priority 3 - Normal Response", at, at);
    }

    /** A ticket of some priority once it is ruled; it comes when it is resolved. */
    public JsonNode ticket(
            String client, String site, String type, String subtype, String priority, String at, String resolved) {
        String key = Integer.toString(++sent);
        Map<String, Object> ticket = new HashMap<>();
        ticket.put("sourceUpdatedAt", resolved);
        ticket.put("createdAt", at);
        ticket.put("resolvedAt", resolved);
        ticket.put("title", subtype + " " + key);
        ticket.put("client", Map.of("externalId", client));
        ticket.put("site", Map.of("externalId", site));
        ticket.put("priority", priority);
        ticket.put("ticketClass", "ServiceTicket");
        ticket.put("category", Map.of("type", type, "subtype", subtype));
        ticket.put("status", "Completed");
        api.as("psa-sync").put(Psa.TICKETS + key, ticket);
        return Eventually.see(
                "the ruling of " + key,
                () -> api.as("desk").get(Psa.TICKETS + key),
                seen -> seen.path("state").asText().equals("RULED"));
    }

    /** Time that Dana spent on a ticket. */
    public void time(JsonNode ticket, String workType, String start, String end, boolean travel) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("sourceUpdatedAt", end);
        entry.put("ticket", Map.of("externalId", ticket.path("externalId").asText()));
        entry.put("technician", Map.of("id", "dana", "name", "Dana Ruiz"));
        entry.put("workType", workType);
        entry.put("start", start);
        entry.put("end", end);
        entry.put("travel", travel);
        api.as("psa-sync").put(Psa.TIME + ++sent, entry);
    }

    /** @param lines of the ticket, as "clause kind minutes amount billed" and the status, or why it is held, in any order */
    public void bills(JsonNode ticket, String... lines) {
        String path = "/api/billing/v1/extras?ticketId=" + ticket.path("id").asText();
        List<String> billed = Eventually.see(
                lines.length + " lines of " + ticket.path("title").asText(),
                () -> {
                    List<JsonNode> all = new ArrayList<>(Pages.all(api.as("finance"), path));
                    all.addAll(Pages.all(api.as("finance"), path + "&status=INCLUDED"));
                    return all.stream().map(Work::words).sorted().toList();
                },
                seen -> seen.size() >= lines.length);
        assertEquals(
                Stream.of(lines).sorted().toList(), billed, ticket.path("title").asText());
    }

    private static String words(JsonNode line) {
        return String.join(
                " ",
                line.at("/ruling/clause/id").asText(),
                line.path("kind").asText(),
                line.path("minutes").asText(),
                line.at("/amount/amount").asText(),
                line.at("/billed/amount").asText(),
                line.path("heldReason").asText(line.path("status").asText()));
    }
}
