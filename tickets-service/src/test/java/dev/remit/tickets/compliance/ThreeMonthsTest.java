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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private Msp msp;

    @Test
    void theReportIsThatWorkedOutByHand() throws IOException {
        String page = Files.readString(Path.of("../docs/compliance.md"));
        List<List<String>> events = rows(page, "| when | ticket |");
        msp = Msp.sandbox(at(events.getFirst().getFirst()).toString());
        msp.tellClient();
        msp.activate(
                terms -> terms.replace("\"serviceLevels\":", "\"compliance\":" + signed(page) + ",\"serviceLevels\":"));
        for (List<String> event : events) {
            happens(event.get(1), at(event.getFirst()), List.of(event.get(2).split(" ")));
        }
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

    private void happens(String ticket, Instant at, List<String> what) {
        msp.clock(at.toString());
        if (what.getFirst().equals("excused")) {
            msp.awaitEvents("ClockBreached", 1);
            msp.posting("service-desk")
                    .body(Map.of(
                            "clock",
                            "RESPONSE",
                            "cycle",
                            "created",
                            "reason",
                            what.get(1),
                            "note",
                            "The grid was down"))
                    .post(Msp.API + "/tickets/" + ids.get(ticket) + "/excuses")
                    .then()
                    .statusCode(201);
            return;
        }
        Snapshot before = snapshots.get(ticket);
        Snapshot after =
                switch (what.getFirst()) {
                    case "created" ->
                        Snapshot.officeMove().created(at.toString()).with("priority", PRIORITIES.get(what.get(1)));
                    case "answered" -> before.message("m-" + at, at.toString(), "MSP");
                    case "resolved" -> before.status("Completed");
                    case "reopened" -> before.status("In Progress");
                    case "cancelled" -> before.status("Cancelled");
                    case "raised" -> before.with("priority", PRIORITIES.get(what.get(2)));
                    default -> throw new IllegalArgumentException(what.toString());
                };
        snapshots.put(ticket, after.at(at.toString()));
        ids.put(ticket, msp.send(ticket, snapshots.get(ticket)));
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
