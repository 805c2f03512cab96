package dev.remit.tickets.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever posts what docs/compliance.md tells of three months gets the reports that were worked out there by hand. */
@QuarkusTest
class ThreeMonthsTest extends TicketsTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Map<String, String> PRIORITIES = Map.of(
            "P1", "Priority 1 - Emergency Response",
            "P3", "Priority 3 - Normal Response");

    private static final List<String> REPORTED = List.of("2026-04", "2026-05", "2026-06", "2026-Q2");

    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final UUID quote = UUID.randomUUID();
    private final Map<String, String> ids = new HashMap<>();
    private Msp msp;

    /** One thing that happened. */
    private record Event(Instant at, String ticket, List<String> what) {
        static Event of(List<String> cells) {
            return new Event(
                    ThreeMonthsTest.at(cells.getFirst()),
                    cells.get(1),
                    List.of(cells.get(2).split(" ")));
        }

        boolean isOfSource() {
            return !List.of("excused", "quoted", "approved").contains(what.getFirst());
        }
    }

    @Test
    void theReportsAreThoseWorkedOutByHand() throws IOException {
        String page = Files.readString(Path.of("../docs/compliance.md"));
        List<Event> events = events(page);
        begin(page, events.getFirst().at());
        for (Event event : events) {
            msp.clock(event.at().toString());
            happens(event);
        }
        compare(page);
    }

    @Test
    void theReportsAreTheSameWhateverTheOrderInWhichTheSourceTells() throws IOException {
        String page = Files.readString(Path.of("../docs/compliance.md"));
        begin(page, at("2026-07-01 12:00"));
        List<Map.Entry<String, Snapshot>> told = new ArrayList<>();
        events(page).stream()
                .filter(Event::isOfSource)
                .forEach(event -> told.add(Map.entry(event.ticket(), tell(event))));
        Collections.shuffle(told, new Random(17));
        told.forEach(one -> ids.put(one.getKey(), msp.send(one.getKey(), one.getValue())));
        msp.awaitUntil("/compliance?period=2026-Q2", read -> read.getInt("total.counted") == 22);
        events(page).stream().filter(event -> !event.isOfSource()).forEach(this::happens);
        compare(page);
    }

    private static List<Event> events(String page) {
        return rows(page, "| when | ticket |").stream().map(Event::of).toList();
    }

    private void begin(String page, Instant at) {
        msp = Msp.sandbox(at.toString());
        msp.tellClient();
        msp.activate(
                terms -> terms.replace("\"serviceLevels\":", "\"compliance\":" + signed(page) + ",\"serviceLevels\":"));
    }

    private void compare(String page) {
        msp.clock("2026-07-01T16:00:00Z");
        msp.awaitUntil("/compliance?period=2026-Q2", read -> read.getInt("total.counted") == 22);

        assertEquals(rows(page, "| month | priority |"), reported());
        assertEquals(
                rows(page, "| clock | period |").stream()
                        .map(row -> row.subList(0, 6))
                        .toList(),
                promises());
        JsonPath total = msp.get("/compliance?period=2026-Q2");
        String inAll = "In all, " + total.getInt("total.met") + " of " + total.getInt("total.counted") + " were met: "
                + total.getString("total.percent") + " percent, and " + total.getString("total.percentWithExcuses");
        assertTrue(page.contains(inAll), inAll);
        assertEquals(first(rows(page, "| period | whose |"), 6), waits());
        assertEquals(rows(page, "| longest wait of"), longestWaits());
        assertEquals(first(rows(page, "| priority | clock | tickets |"), 7), durations());
        assertEquals(first(rows(page, "| period | created |"), 7), reopenings());
        comparePage(page);
        JsonPath open = msp.get("/reports/ageing");
        assertEquals("T13", open.getString("oldest[0].ticket.externalId"));
        assertEquals(72_000, open.getLong("oldest[0].seconds"));
        assertEquals(List.of(1, 0, 0, 0, 0, 0, 0), open.getList("bands.number"));
        assertEquals(List.of("P3"), open.getList("clients[0].priorities.priority"));
        assertEquals(
                List.of("2026-04", "2026-05", "2026-06"),
                msp.get("/compliance?period=2026-Q2").getList("months.month"));
    }

    /** The page that a partner reads. */
    private void comparePage(String page) {
        String read = msp.as("owner")
                .get(Msp.API + "/reports/clients/" + Msp.CLIENT + "?period=2026-05")
                .asString()
                .replace("&#39;", "'");
        for (List<String> row : rows(page, "| 2026-05 says |")) {
            assertTrue(read.contains(row.getFirst()), () -> row.getFirst() + "\n" + read);
        }
    }

    private List<List<String>> durations() {
        List<List<String>> rows = new ArrayList<>();
        JsonPath report = msp.get("/reports/durations?period=2026-Q2");
        for (String at : List.of("clients[0].clocks", "total")) {
            for (int i = 0; i < report.getList(at).size(); i++) {
                String clock = at + "[" + i + "].";
                String priority = report.getString(clock + "priority");
                List<Integer> numbers = report.getList(clock + "bands.number");
                List<String> row = cells(
                        report,
                        priority == null ? "all" : priority,
                        clock,
                        "clock",
                        "number",
                        "medianSeconds",
                        "percentile80Seconds",
                        "percentile95Seconds");
                row.add(numbers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
                rows.add(row);
            }
        }
        return rows;
    }

    private List<List<String>> reopenings() {
        List<List<String>> rows = new ArrayList<>();
        for (String period : REPORTED) {
            rows.add(cells(
                    msp.get("/reports/reopenings?period=" + period),
                    period,
                    "total.",
                    "created",
                    "resolved",
                    "cancelled",
                    "reopened",
                    "reopenedSince",
                    "percent"));
        }
        JsonPath quarter = msp.get("/reports/reopenings?period=2026-Q2");
        assertEquals(List.of("T8"), quarter.getList("reopenings.ticket.externalId"));
        assertEquals("2026-06-01T13:00:00Z", quarter.getString("reopenings[0].reopenedAt"));
        return rows;
    }

    private static List<List<String>> first(List<List<String>> rows, int cells) {
        return rows.stream().map(row -> row.subList(0, cells)).toList();
    }

    private static String signed(String page) {
        Matcher block = Pattern.compile("(?s)```json\n(.*?)```").matcher(page);
        assertTrue(block.find());
        return block.group(1);
    }

    /** The cells of a table of the page. */
    private static List<List<String>> rows(String page, String header) {
        return Stream.of(page.substring(page.indexOf(header)).split("\n"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .map(cells -> cells.subList(0, cells.size() - 1))
                .toList();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local, LOCAL).atZone(NEW_YORK).toInstant();
    }

    private void happens(Event event) {
        switch (event.what().getFirst()) {
            case "excused" -> excuse(event);
            case "quoted" ->
                msp.quoteSent(ids.get(event.ticket()), quote, event.at().toString());
            case "approved" ->
                msp.quoteDecided(ids.get(event.ticket()), quote, event.at().toString());
            default -> ids.put(event.ticket(), msp.send(event.ticket(), tell(event)));
        }
    }

    private void excuse(Event event) {
        msp.awaitEvents("ClockBreached", 1);
        msp.posting("service-desk")
                .body(Map.of(
                        "clock",
                        "RESPONSE",
                        "cycle",
                        "created",
                        "reason",
                        event.what().get(1),
                        "note",
                        "The grid was down"))
                .post(Msp.API + "/tickets/" + ids.get(event.ticket()) + "/excuses")
                .then()
                .statusCode(201);
    }

    private Snapshot tell(Event event) {
        Snapshot before = snapshots.get(event.ticket());
        String at = event.at().toString();
        Snapshot after =
                switch (event.what().getFirst()) {
                    case "created" ->
                        Snapshot.officeMove()
                                .created(at)
                                .with("priority", PRIORITIES.get(event.what().get(1)));
                    case "answered" -> before.message("m-" + at, at, "MSP");
                    case "waits" -> before.status("Waiting Vendor");
                    case "goes", "reopened" -> before.status("In Progress");
                    case "asks" -> before.question("q-" + at, at).status("Waiting Client");
                    case "hears" -> before.message("c-" + at, at, "CLIENT");
                    case "resolved" -> before.status("Completed");
                    case "cancelled" -> before.status("Cancelled");
                    case "raised" ->
                        before.with("priority", PRIORITIES.get(event.what().get(2)));
                    default -> throw new IllegalArgumentException(event.toString());
                };
        snapshots.put(event.ticket(), after.at(at));
        return snapshots.get(event.ticket());
    }

    private List<List<String>> waits() {
        List<List<String>> rows = new ArrayList<>();
        for (String period : REPORTED) {
            JsonPath report = msp.get("/reports/waits?period=" + period);
            assertEquals(
                    report.getString("total.owners"),
                    report.getString("clients[0].total.owners"),
                    "there is one client");
            int owners = report.getList("total.owners").size();
            for (int i = 0; i < owners; i++) {
                rows.add(cells(
                        report,
                        period,
                        "total.owners[" + i + "].",
                        "owner",
                        "seconds",
                        "realSeconds",
                        "tickets",
                        "waits"));
            }
        }
        return rows;
    }

    private List<List<String>> longestWaits() {
        List<List<String>> rows = new ArrayList<>();
        JsonPath report = msp.get("/reports/waits?period=2026-Q2");
        for (int i = 0; i < report.getList("longest").size(); i++) {
            String wait = "longest[" + i + "].";
            String began =
                    LOCAL.format(Instant.parse(report.getString(wait + "from")).atZone(NEW_YORK));
            rows.add(List.of(
                    report.getString(wait + "owner"),
                    report.getString(wait + "ticket.externalId"),
                    shown(report.getString(wait + "approver")),
                    began,
                    report.getString(wait + "seconds"),
                    report.getString(wait + "realSeconds")));
        }
        return rows;
    }

    private static List<String> cells(JsonPath report, String first, String at, String... members) {
        List<String> cells = new ArrayList<>(List.of(first));
        for (String member : members) {
            cells.add(shown(report.getString(at + member)));
        }
        return cells;
    }

    private List<List<String>> reported() {
        List<List<String>> rows = new ArrayList<>();
        for (String month : List.of("2026-04", "2026-05", "2026-06")) {
            JsonPath report = msp.get("/compliance?period=" + month);
            int clocks = report.getList("clients[0].clocks").size();
            for (int i = 0; i < clocks; i++) {
                String clock = "clients[0].clocks[" + i + "].";
                rows.add(List.of(
                        month,
                        report.getString(clock + "priority"),
                        report.getString(clock + "clock"),
                        report.getString(clock + "figures.met"),
                        report.getString(clock + "figures.breached"),
                        shown(report.getString(clock + "figures.percent")),
                        shown(report.getString(clock + "figures.percentWithExcuses")),
                        reasons(report, clock + "figures.excused"),
                        reasons(report, clock + "figures.leftOut")));
            }
        }
        return rows;
    }

    private static String reasons(JsonPath report, String path) {
        List<String> reasons = report.getList(path + ".collect { it.reason + ' ' + it.number }");
        return String.join("; ", reasons);
    }

    private static String shown(String text) {
        return text == null ? "" : text;
    }

    private List<List<String>> promises() {
        JsonPath read = msp.get("/compliance/promises?period=2026-Q2");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < read.getList("promises").size(); i++) {
            String promise = "promises[" + i + "].";
            rows.add(List.of(
                    read.getString(promise + "clock"),
                    read.getString(promise + "period"),
                    read.getString(promise + "figures.met"),
                    read.getString(promise + "figures.breached"),
                    read.getString(promise + "asItIs"),
                    read.getString(promise + "withExcuses")));
        }
        return rows;
    }
}
