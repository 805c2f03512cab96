package dev.remit.journeys.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that became of one ticket, by table: those that were written as it was stored, and those as it was ruled.
 *
 * @param stored with their columns as they are now
 * @param ruled likewise; ticket and work item, which were changed then, are among those that were stored
 */
record StoredTicket(Map<String, List<Row>> stored, Map<String, List<Row>> ruled) {
    private static final String AUDIT =
            "SELECT tenant_id, at, operation, actor, object_type, object_id, record AS facts FROM audit_record WHERE"
                    + " object_id IN (SELECT BIN_TO_UUID(?) UNION SELECT BIN_TO_UUID(id) FROM work_item WHERE ticket_id = ?)"
                    + " AND operation %s 'settling'";
    private static final String OUTBOX = "SELECT tenant_id, type, subject_id, occurred_at, payload FROM outbox WHERE"
            + " (subject_id = ? OR subject_id IN (SELECT id FROM work_item WHERE ticket_id = ?)) AND type %s 'TicketReceived'";
    private static final String EVIDENCE =
            "SELECT * FROM evidence_link WHERE ticket_id = ? AND ticket_id = ? AND kind %s 'SNAPSHOT'";

    /** @param values by column, as the driver gives them */
    record Row(Map<String, Object> values) {}

    static StoredTicket read(Connection tickets, byte[] id) throws SQLException {
        Map<String, List<Row>> stored = new LinkedHashMap<>();
        stored.put(
                "payload",
                rows(
                        tickets,
                        "SELECT * FROM payload WHERE id IN (SELECT payload_id FROM ticket_snapshot WHERE ticket_id = ?"
                                + " AND ticket_id = ?)",
                        id));
        stored.put("ticket", rows(tickets, "SELECT * FROM ticket WHERE id = ? AND id = ?", id));
        stored.put("work_item", rows(tickets, ofTicket("work_item"), id));
        stored.put("ticket_snapshot", rows(tickets, ofTicket("ticket_snapshot"), id));
        stored.put("evidence_link", rows(tickets, EVIDENCE.formatted("="), id));
        stored.put("outbox", rows(tickets, OUTBOX.formatted("="), id));
        stored.put("audit_waiting", rows(tickets, AUDIT.formatted("<>"), id));
        Map<String, List<Row>> ruled = new LinkedHashMap<>();
        ruled.put("ruling", rows(tickets, ofTicket("ruling"), id));
        ruled.put("ticket_event", rows(tickets, ofTicket("ticket_event"), id));
        ruled.put("clock_notice", rows(tickets, ofTicket("clock_notice"), id));
        ruled.put("evidence_link", rows(tickets, EVIDENCE.formatted("<>"), id));
        ruled.put("outbox", rows(tickets, OUTBOX.formatted("<>"), id));
        ruled.put("audit_waiting", rows(tickets, AUDIT.formatted("="), id));
        return new StoredTicket(stored, ruled);
    }

    private static String ofTicket(String table) {
        return "SELECT * FROM " + table + " WHERE ticket_id = ? AND ticket_id = ?";
    }

    private static List<Row> rows(Connection tickets, String query, byte[] id) throws SQLException {
        try (PreparedStatement prepared = tickets.prepareStatement(query)) {
            prepared.setBytes(1, id);
            prepared.setBytes(2, id);
            try (ResultSet columns = prepared.executeQuery()) {
                ResultSetMetaData names = columns.getMetaData();
                List<Row> rows = new ArrayList<>();
                while (columns.next()) {
                    Map<String, Object> values = new LinkedHashMap<>();
                    for (int i = 1; i <= names.getColumnCount(); i++) {
                        values.put(names.getColumnLabel(i), columns.getObject(i));
                    }
                    rows.add(new Row(values));
                }
                return rows;
            }
        }
    }
}
