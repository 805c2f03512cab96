package dev.remit.journeys.siege;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Integrator;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.MySqlServer;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The demo's first MSP, with more to do than any MSP has. What there is of it is copied in the database, row by row. */
final class BusyTenant {
    private static final Instant THURSDAY = Instant.parse("2026-06-11T18:00:00Z");
    /** After the approval, which covers nothing from before it. */
    private static final Instant WORK = Instant.parse("2026-07-02T14:00:00Z");

    private static final Instant AFTER_THE_WORK = Instant.parse("2026-07-20T12:00:00Z");
    private static final String COMPANY = "250";
    private static final String LATE_COMPANY = "977";
    private static final String PROJECT = "97001";
    private static final String AWAITING = "97002";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SENDERS = 8;

    private final Integrator integrator = new Integrator();
    private final RemitApi api;
    private final MySqlServer mysql;
    private final SandboxClock clock;
    private long batch;
    private int exported;

    BusyTenant(Stack stack) {
        this.api = stack.api();
        this.mysql = stack.mysql();
        this.clock = new SandboxClock(api);
    }

    /** Tickets of a client of whom nobody has told. */
    void fillAwaitingTickets(int count) throws SQLException {
        String id = api.as("psa-sync")
                .put(Psa.TICKETS + AWAITING, Psa.officeMove(LATE_COMPANY, THURSDAY))
                .path("id")
                .asText();
        Eventually.see(
                "that the ticket awaits its client",
                () -> api.as("desk")
                        .get("/api/tickets/v1/tickets/" + id)
                        .path("state")
                        .asText(),
                "AWAITING_RULING"::equals);
        String first = "UUID_TO_BIN('" + id + "')";
        try (Connection tickets = connect("remit_tickets")) {
            copies(tickets, "ticket", "id = " + first, count - 1, Map.of("id", another("id"), "external_id", "n.i"));
            for (String table : List.of("ticket_snapshot", "work_item")) {
                Map<String, String> changed = Map.of("id", another("id"), "ticket_id", another("ticket_id"));
                copies(tickets, table, "ticket_id = " + first, count - 1, changed);
            }
        }
    }

    /** Lines of one approved office move, all of them within its cap, each with its time entry. */
    void fillOpenLines(int count) throws SQLException {
        String ticket = api.as("psa-sync")
                .put(Psa.TICKETS + PROJECT, Psa.officeMove(COMPANY, THURSDAY))
                .path("id")
                .asText();
        approve(ticket);
        clock.moveTo(AFTER_THE_WORK);
        work(0);
        List<JsonNode> lines = Eventually.see(
                "the first line, open",
                () -> Pages.all(api.as("finance"), "/api/billing/v1/extras?ticketId=" + ticket),
                extras -> extras.size() == 1
                        && extras.getFirst().path("status").asText().equals("OPEN"));
        String entry = "UUID_TO_BIN('" + lines.getFirst().at("/timeEntry/id").asText() + "')";
        try (Connection billing = connect("remit_billing")) {
            copies(billing, "time_entry", "id = " + entry, count - 1, Map.of("id", another("id")));
            copies(
                    billing,
                    "extra",
                    "time_entry_id = " + entry,
                    count - 1,
                    Map.of("id", older("id"), "time_entry_id", another("time_entry_id")));
        }
    }

    private void approve(String ticket) {
        String quote = Eventually.see(
                        "the quote of the project",
                        () -> Pages.all(api.as("desk"), "/api/billing/v1/quotes?ticketId=" + ticket),
                        quotes -> !quotes.isEmpty())
                .getFirst()
                .path("id")
                .asText();
        String path = "/api/billing/v1/quotes/" + quote;
        Map<String, Object> cap = Map.of("cap", Map.of("amount", "90000000.00", "currency", "USD"));
        api.as("desk").put(path, cap, api.as("desk").etag(path));
        api.as("desk").post(path + "/send", Map.of(), "send-" + quote);
        api.as("partner").post(path + "/approve", Map.of("typedName", "Eleanor Whitfield"), "approve-" + quote);
    }

    /** Tells of the client whom the tickets wait for. */
    void client() {
        api.as("owner")
                .post(
                        "/api/contracts/v1/clients",
                        Map.of(
                                "code", "late-client",
                                "name", "A client who comes late",
                                "timeZone", "America/New_York",
                                "currency", "USD",
                                "externalRefs", List.of(Map.of("connection", "cw", "id", LATE_COMPANY)),
                                "sites", List.of(),
                                "approvers", List.of()),
                        "late-client");
    }

    /** Work on the project, from several senders at once, until all of it is rated. */
    void burst(int count) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                int number = i;
                sent.add(senders.submit(() -> work(number)));
            }
            for (Future<?> one : sent) {
                one.get();
            }
        }
        Eventually.see("that the burst is rated", PATIENCE, this::rated, lines -> lines == count);
    }

    private void work(int number) {
        Instant start = WORK.plus(Duration.ofMinutes(15L * number));
        Map<String, Object> body = Psa.work(PROJECT, "tech-" + number, start, start.plus(Duration.ofMinutes(15)));
        body.put("travel", false);
        integrator.insist(() -> api.as("psa-sync").put(Psa.TIME + "busy-" + number, body));
    }

    private long rated() {
        return count(
                "remit_billing",
                "SELECT COUNT(*) FROM extra WHERE source_external_id LIKE 'busy-%' AND source_external_id <> 'busy-0'");
    }

    /** How many tickets still wait. */
    long awaiting() {
        return count("remit_tickets", "SELECT COUNT(*) FROM ticket WHERE awaiting = 'CLIENT'");
    }

    void closeBooks() {
        String cutOff = integrator
                .insist(() -> api.as("finance")
                        .post("/api/billing/v1/cut-offs", Map.of("through", "2026-07-15"), "cut-off-of-the-busy"))
                .path("id")
                .asText();
        Eventually.see(
                "the end of the cut-off",
                PATIENCE,
                () -> integrator
                        .insist(() -> api.as("finance").get("/api/billing/v1/cut-offs/" + cutOff))
                        .path("status")
                        .asText(),
                "DONE"::equals);
    }

    void export() {
        JsonNode made = integrator.insist(
                () -> api.as("finance").post("/api/billing/v1/export-batches", Map.of(), "batch-of-the-busy"));
        batch = made.path("number").asLong();
        exported = made.path("lines").asInt();
        integrator.insist(() -> api.as("finance-pull").text("/api/billing/v1/export-batches/" + batch + "/lines.csv"));
    }

    /** How many lines the batch has. */
    int exported() {
        return exported;
    }

    void acknowledge() {
        integrator.insist(() -> api.as("finance-pull")
                .post(
                        "/api/billing/v1/export-batches/" + batch + "/acknowledgement",
                        Map.of("reference", "INV-" + batch),
                        "receipt-of-the-busy"));
    }

    /** Asks what the signed version would have changed of the month of the work: nothing, after all of it is computed again. */
    void tryVersion() {
        String agreement = api.as("owner")
                .get("/api/contracts/v1/agreements?clientCode=whitfield-crane")
                .at("/items/0/id")
                .asText();
        api.as("owner")
                .get("/api/contracts/v1/agreements/" + agreement + "/versions/1/changes?from=2026-07-01&to=2026-07-31");
    }

    private long count(String schema, String statement) {
        try (Connection connection = connect(schema);
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(statement)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(mysql.jdbcUrl(schema), mysql.adminUser(), mysql.adminPassword());
    }

    private static String another(String column) {
        return "UNHEX(LEFT(SHA2(CONCAT(HEX(" + column + "), n.i), 256), 32))";
    }

    /** Ids grow with time, and a cut-off takes what is older than itself. */
    private static String older(String column) {
        return "UNHEX(CONCAT('00', LEFT(SHA2(CONCAT(HEX(" + column + "), n.i), 256), 30)))";
    }

    /** Copies the rows that fit so many times; some columns become something else by the number of the copy. */
    private static void copies(
            Connection connection, String table, String which, int count, Map<String, String> changed)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (Statement sql = connection.createStatement()) {
            try (ResultSet names = sql.executeQuery("SELECT COLUMN_NAME FROM information_schema.columns"
                    + " WHERE table_schema = DATABASE() AND table_name = '" + table + "'")) {
                while (names.next()) {
                    String column = names.getString(1);
                    columns.add(column);
                    values.add(changed.getOrDefault(column, column));
                }
            }
            sql.execute("SET SESSION cte_max_recursion_depth = 1000000");
            sql.executeUpdate("INSERT INTO " + table + " (" + String.join(", ", columns) + ")"
                    + " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + count + ")"
                    + " SELECT " + String.join(", ", values) + " FROM " + table + " CROSS JOIN n WHERE " + which);
        }
    }
}
