package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The law firm's office move, step by step, each at its own time: asked for on Thursday, approved on Friday, worked on
 * Saturday, billed on Monday. Every step ends when the services have heard of it.
 */
public final class OfficeMove {

    /** The most that the partner approves. */
    public static final Map<String, String> CAP = Map.of("amount", "4000.00", "currency", "USD");

    private static final String CONNECTION = "cw";
    private static final String FILES = "office-move/";

    private final RemitApi api;
    private final SandboxClock clock;
    private final String externalId;

    /**
     * @param api the gateway
     * @param externalId the PSA's key of the ticket, so that the story can be told more than once
     */
    public OfficeMove(RemitApi api, String externalId) {
        this.api = api;
        this.clock = new SandboxClock(api);
        this.externalId = externalId;
    }

    /** Thursday, 14:00 in New York: the ticket comes from the PSA and is ruled. */
    public JsonNode ticketArrives() {
        clock.moveTo(Instant.parse("2026-06-11T18:00:00Z"));
        syncTicket("1-received.json");
        return Await.until("the ruling", () -> Optional.of(ticket())
                .filter(seen -> seen.at("/workItems/0/ruling/verdict").isTextual()));
    }

    /** At once: a quote is drafted from the ruling. */
    public JsonNode quoteIsDrafted() {
        return Await.until("the quote", () -> quotes().stream().findFirst());
    }

    /** Thursday, 15:00: the desk sets the cap and sends the quote to the managing partner. */
    public JsonNode quoteIsSent() {
        clock.moveTo(Instant.parse("2026-06-11T19:00:00Z"));
        String path = "/api/billing/v1/quotes/" + quoteIsDrafted().path("id").asText();
        api.as("desk")
                .put(
                        path,
                        Map.of(
                                "summary",
                                "Move 14 workstations and two servers to the 12th floor, two technicians on Saturday",
                                "estimateMinutes",
                                1080,
                                "cap",
                                CAP,
                                "expiresAt",
                                "2026-06-19T21:30:00Z",
                                "approver",
                                Map.of("email", "eleanor.whitfield@whitfield-crane.example")),
                        api.as("desk").etag(path));
        return api.as("desk").post(path + "/send", Map.of());
    }

    /** Thursday, 15:30: the first answer that the client can read. */
    public void deskAnswers() {
        clock.moveTo(Instant.parse("2026-06-11T19:30:00Z"));
        syncTicket("2-answered.json");
    }

    /** Friday, 10:00: the managing partner approves, and the approval reaches the ticket. */
    public JsonNode partnerApproves() {
        clock.moveTo(Instant.parse("2026-06-12T14:00:00Z"));
        String quote = quoteIsDrafted().path("id").asText();
        JsonNode decided = api.as("partner")
                .post("/api/billing/v1/quotes/" + quote + "/approve", Map.of("typedName", "Eleanor Whitfield"));
        Await.until("the approval on the ticket", () -> Optional.of(clocks())
                .filter(seen -> seen.toString().contains("2026-06-12T14:00:00Z")));
        return decided;
    }

    /** Saturday, 8:00 to 17:00: two technicians work; the ticket is resolved and their time is synced. */
    public void saturdayIsWorked() {
        clock.moveTo(Instant.parse("2026-06-13T21:15:00Z"));
        syncTicket("3-resolved.json");
        syncTime("time-dana.json", externalId + "-1");
        syncTime("time-miguel.json", externalId + "-2");
    }

    /** The rated lines, once both technicians' are there. */
    public List<JsonNode> extras() {
        return Await.until("the rated lines", () -> {
            List<JsonNode> lines = items(api.as("finance")
                    .get("/api/billing/v1/extras?ticketId="
                            + ticket().path("id").asText()));
            return Optional.of(lines).filter(seen -> seen.size() >= 4);
        });
    }

    /** Monday, 9:00: the bookkeeper closes the week. */
    public JsonNode bookkeeperCutsOff() {
        clock.moveTo(Instant.parse("2026-06-15T13:00:00Z"));
        return api.as("finance")
                .post(
                        "/api/billing/v1/cut-offs",
                        Map.of("through", "2026-06-14", "clientCode", "whitfield-crane"),
                        "cut-off-" + externalId);
    }

    /** The ticket as the desk sees it. */
    public JsonNode ticket() {
        return api.as("desk").get("/api/tickets/v1/tickets/by-ref/" + CONNECTION + "/" + externalId);
    }

    /** The ticket's clocks as of now. */
    public JsonNode clocks() {
        return api.as("desk")
                .get("/api/tickets/v1/tickets/" + ticket().path("id").asText() + "/clocks");
    }

    private List<JsonNode> quotes() {
        return items(api.as("desk")
                .get("/api/billing/v1/quotes?ticketId=" + ticket().path("id").asText()));
    }

    private void syncTicket(String file) {
        api.as("psa-sync")
                .put("/api/tickets/v1/tickets/by-ref/" + CONNECTION + "/" + externalId, DemoFiles.read(FILES + file));
    }

    private void syncTime(String file, String entryId) {
        api.as("psa-sync")
                .put(
                        "/api/tickets/v1/time-entries/by-ref/" + CONNECTION + "/" + entryId,
                        DemoFiles.read(FILES + file).replace("\"70123\"", "\"" + externalId + "\""));
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }
}
