package dev.remit.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * The law firm's office move, step by step, each at its own time: asked for on Thursday, approved on Friday, worked on
 * Saturday, billed on Monday. Every step ends when the services have heard of it.
 */
public final class OfficeMove {

    /** The Thursday on which the demo world tells it; the files, for telling it by hand, have one two weeks later. */
    public static final LocalDate THURSDAY = LocalDate.parse("2026-06-11");

    /** The PSA's key of the demo world's ticket. */
    public static final String TICKET = "70123";

    private static final Map<String, String> CAP = Map.of("amount", "4000.00", "currency", "USD");
    private static final String CONNECTION = "cw";
    private static final int RATED_LINES = 4;

    private final RemitApi api;
    private final SandboxClock clock;
    private final OfficeMoveFiles files;
    private final String externalId;
    private final LocalDate thursday;

    /**
     * @param api the gateway
     * @param externalId the PSA's key of the ticket
     * @param thursday the day on which it begins; not a holiday, nor is one of the seven after
     */
    public OfficeMove(RemitApi api, String externalId, LocalDate thursday) {
        this.api = api;
        this.clock = new SandboxClock(api);
        this.files = new OfficeMoveFiles(externalId, thursday);
        this.externalId = externalId;
        this.thursday = thursday;
    }

    /** Whether its ticket is there. */
    public boolean isTold() {
        return api.as("desk").find(ticketPath()).isPresent();
    }

    /** Tells it from beginning to end, a line for each step. */
    public void tell(Consumer<String> listener) {
        JsonNode ruling = ticketArrives().at("/workItems/0/ruling");
        listener.accept("Thu 14:00  ticket cw/" + externalId + " is ruled "
                + ruling.path("verdict").asText() + " under clause "
                + ruling.at("/clause/id").asText() + " ("
                + ruling.at("/clause/title").asText() + "); response due "
                + clock("RESPONSE").path("due").asText());
        listener.accept("Thu 15:00  a quote is sent, capped at "
                + quoteIsSent().at("/cap/amount").asText() + " USD");
        deskAnswers();
        listener.accept("Thu 15:30  the desk answers; the response clock is "
                + clock("RESPONSE").path("state").asText());
        partnerApproves();
        listener.accept("Fri 10:00  the managing partner approves; resolution is now due "
                + clock("RESOLUTION").path("due").asText());
        saturdayIsWorked();
        extras().forEach(line ->
                listener.accept("Sat 08:00  " + line.at("/technician/name").asText() + ": "
                        + line.path("arithmetic").asText() + " = " + amount(line, "amount") + ", billed "
                        + amount(line, "billed") + ", over the cap " + amount(line, "overCap")));
        listener.accept("Mon 09:00  the bookkeeper cuts off: "
                + bookkeeperCutsOff().path("lines").asInt() + " lines are in the finance feed");
    }

    /** Thursday, 14:00 in New York: the ticket comes from the PSA and is ruled. */
    public JsonNode ticketArrives() {
        thursdayBegins();
        return ticketIsSynced();
    }

    /** Moves every service's clock to the moment of the request. */
    public void thursdayBegins() {
        clock.moveTo(at(0, "18:00"));
    }

    /** The PSA sends the ticket, and it is ruled. */
    public JsonNode ticketIsSynced() {
        syncTicket("1-received.json");
        return Await.until("the ruling", () -> Optional.of(ticket())
                .filter(seen -> seen.at("/workItems/0/ruling/verdict").isTextual()));
    }

    /** At once: a quote is drafted from the ruling. */
    public JsonNode quoteIsDrafted() {
        return Await.until("the quote", () -> quotes().stream().findFirst());
    }

    /** Thursday, 15:00: the desk plans the Saturday, caps it lower and sends the quote to the managing partner, which freezes the ruling. */
    public JsonNode quoteIsSent() {
        clock.moveTo(at(0, "19:00"));
        String path = "/api/billing/v1/quotes/" + quoteIsDrafted().path("id").asText();
        Map<String, Object> terms = Map.of(
                "summary",
                "Move 14 workstations and two servers to the 12th floor, two technicians on Saturday",
                "lines",
                List.of(Map.of(
                        "what",
                        "Two technicians on Saturday, 8:00 to 17:00",
                        "workType",
                        "ONSITE",
                        "siteCode",
                        "broad-street",
                        "start",
                        at(2, "12:00").toString(),
                        "minutes",
                        540,
                        "technicians",
                        2,
                        "travel",
                        true)),
                "cap",
                CAP,
                "confirmCapBelowEstimate",
                true,
                "expiresAt",
                at(7, "21:30").toString(),
                "approverEmail",
                "eleanor.whitfield@whitfield-crane.example");
        api.as("desk").put(path, terms, api.as("desk").etag(path));
        JsonNode sent = api.as("desk").post(path + "/send", Map.of());
        awaitWait("from", at(0, "19:00"));
        Await.until("the frozen ruling", () -> Optional.of(ticket())
                .filter(seen -> seen.at("/workItems/0/ruling/status").asText().equals("FROZEN")));
        return sent;
    }

    /** Thursday, 15:30: the first answer that the client can read. */
    public void deskAnswers() {
        clock.moveTo(at(0, "19:30"));
        syncTicket("2-answered.json");
    }

    /** Friday, 10:00: the managing partner approves, and the approval reaches the ticket. */
    public JsonNode partnerApproves() {
        clock.moveTo(at(1, "14:00"));
        String quote = quoteIsDrafted().path("id").asText();
        JsonNode decided = api.as("partner")
                .post("/api/billing/v1/quotes/" + quote + "/approve", Map.of("typedName", "Eleanor Whitfield"));
        awaitWait("to", at(1, "14:00"));
        return decided;
    }

    /** Saturday, 8:00 to 17:00: two technicians work; the ticket is resolved and their time is synced. */
    public void saturdayIsWorked() {
        saturdayBegins();
        saturdayIsSynced();
    }

    /** Moves every service's clock past the work. */
    public void saturdayBegins() {
        clock.moveTo(at(2, "21:15"));
    }

    /** The PSA sends the resolved ticket and the time of both. */
    public void saturdayIsSynced() {
        syncTicket("3-resolved.json");
        syncTime("time-dana.json", externalId + "-1");
        syncTime("time-miguel.json", externalId + "-2");
    }

    /** The rated lines, once those of both technicians are there: labour and travel of each. */
    public List<JsonNode> extras() {
        String ticketId = ticket().path("id").asText();
        return Await.until("the rated lines", () -> Optional.of(
                        items(api.as("finance").get("/api/billing/v1/extras?ticketId=" + ticketId)))
                .filter(lines -> lines.size() == RATED_LINES));
    }

    /** Monday, 9:00: the bookkeeper closes the week. */
    public JsonNode bookkeeperCutsOff() {
        clock.moveTo(at(4, "13:00"));
        return api.as("finance")
                .post(
                        "/api/billing/v1/cut-offs",
                        Map.of("through", thursday.plusDays(3).toString(), "clientCode", "whitfield-crane"),
                        "cut-off-" + externalId);
    }

    /** The ticket as the desk sees it. */
    public JsonNode ticket() {
        return api.as("desk").get(ticketPath());
    }

    /** All of the ticket's clocks as of now. */
    public JsonNode clocks() {
        return api.as("desk")
                .get("/api/tickets/v1/tickets/" + ticket().path("id").asText() + "/clocks");
    }

    /** One of the ticket's clocks as of now. */
    public JsonNode clock(String kind) {
        return StreamSupport.stream(clocks().path("clocks").spliterator(), false)
                .filter(clock -> clock.path("clock").asText().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the ticket has no clock " + kind));
    }

    private void awaitWait(String edge, Instant at) {
        Await.until("the approval wait on the ticket", () -> Optional.of(clocks())
                .filter(seen -> seen.at("/waits/0/" + edge).asText().equals(at.toString())));
    }

    private List<JsonNode> quotes() {
        return items(api.as("desk")
                .get("/api/billing/v1/quotes?ticketId=" + ticket().path("id").asText()));
    }

    private void syncTicket(String file) {
        api.as("psa-sync").put(ticketPath(), files.read(file));
    }

    private void syncTime(String file, String entryId) {
        api.as("psa-sync").put("/api/tickets/v1/time-entries/by-ref/" + CONNECTION + "/" + entryId, files.read(file));
    }

    private String ticketPath() {
        return "/api/tickets/v1/tickets/by-ref/" + CONNECTION + "/" + externalId;
    }

    private Instant at(int days, String utc) {
        return thursday.plusDays(days).atTime(LocalTime.parse(utc)).toInstant(ZoneOffset.UTC);
    }

    private static String amount(JsonNode line, String member) {
        return line.at("/" + member + "/amount").asText();
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }
}
