package dev.remit.kit.testing.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.testing.sql.StatementRecorder.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * How the database answers statements, with the tables as full as they are: none may go through a whole table or index, or
 * read many more rows than it gives, and each goes by an index that begins with the tenant, or by a key that is one row's.
 */
public final class StatementPlans {
    /** A table or a stretch of an index with fewer rows may be gone through. */
    private static final int FEW = 120;

    private static final int READS_FOR_A_ROW = 8;

    /** The server's number for what a user may not do. */
    private static final int DENIED = 1142;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataSource database;
    private final Set<String> acrossTenants;

    /** @param acrossTenants keys that do not begin with the tenant and may be used, as {@code table.key} */
    public StatementPlans(DataSource database, Set<String> acrossTenants) {
        this.database = database;
        this.acrossTenants = acrossTenants;
    }

    /** Has the database count the rows of each table anew, so that it plans for what is there. */
    public void analyse() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = sql.executeQuery("SHOW TABLES")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                analyse(sql, table);
            }
        }
    }

    /** Tables that the service may only read stay as they were counted. */
    private static void analyse(Statement sql, String table) throws SQLException {
        try {
            sql.execute("ANALYZE TABLE `" + table + "`");
        } catch (SQLException refused) {
            if (refused.getErrorCode() != DENIED) {
                throw refused;
            }
        }
    }

    /** What is wrong with some statements, each with its text; empty when nothing is. */
    public List<String> findings(List<Recorded> statements) throws SQLException, JsonProcessingException {
        Set<String> findings = new TreeSet<>();
        for (Recorded statement : statements) {
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                for (String wrong : plan(connection, statement)) {
                    findings.add(wrong + ": " + statement.sql());
                }
                if (isRead(statement)) {
                    for (String wrong : reads(connection, statement).stream().toList()) {
                        findings.add(wrong + ": " + statement.sql() + "\n" + text(connection, statement));
                    }
                }
                connection.rollback();
            }
        }
        return List.copyOf(findings);
    }

    private List<String> plan(Connection connection, Recorded statement) throws SQLException, JsonProcessingException {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN FORMAT=JSON " + statement.sql())) {
            set(explain, statement);
            try (ResultSet rows = explain.executeQuery()) {
                rows.next();
                List<String> wrong = new ArrayList<>();
                walk(JSON.readTree(rows.getString(1)), wrong);
                return wrong;
            }
        }
    }

    /** How the server would go about it, in its own words. */
    private static String text(Connection connection, Recorded statement) throws SQLException {
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN FORMAT=TREE " + statement.sql())) {
            set(explain, statement);
            try (ResultSet rows = explain.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private void walk(JsonNode node, List<String> wrong) {
        if (node.has("access_type")) {
            look(node).ifPresent(wrong::add);
        }
        node.forEach(child -> walk(child, wrong));
    }

    private Optional<String> look(JsonNode table) {
        String name = table.path("table_name").asText();
        String access = table.path("access_type").asText();
        long rows = table.path("rows_examined_per_scan").asLong();
        if (name.startsWith("<") || name.isEmpty()) {
            return Optional.empty();
        }
        if (access.equals("ALL") && rows > FEW) {
            return Optional.of("goes through all of " + name);
        }
        String key = table.path("key").asText();
        String first = table.at("/used_key_parts/0").asText();
        boolean own = key.isEmpty() || key.equals("PRIMARY") || first.equals("tenant_id");
        boolean few = rows <= FEW && !access.equals("index");
        return own || few || acrossTenants.contains(name + "." + key)
                ? Optional.empty()
                : Optional.of("uses " + name + "." + key + ", which begins with " + first);
    }

    private static boolean isRead(Recorded statement) {
        String text = statement.sql().stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("select")
                && !text.contains(" for update")
                && !text.contains("count(")
                && !text.contains("sum(")
                && !text.contains("min(")
                && !text.contains("max(")
                && !text.contains("distinct");
    }

    /** Runs a statement again and counts what was read for it. */
    private static Optional<String> reads(Connection connection, Recorded statement) throws SQLException {
        long before = reads(connection);
        long counting = reads(connection) - before;
        long given = 0;
        long start = reads(connection);
        try (PreparedStatement again = connection.prepareStatement(statement.sql())) {
            set(again, statement);
            try (ResultSet rows = again.executeQuery()) {
                while (rows.next()) {
                    given++;
                }
            }
        }
        long read = reads(connection) - start - counting;
        return read > FEW + READS_FOR_A_ROW * given
                ? Optional.of(
                        "reads more than " + (FEW + READS_FOR_A_ROW * given) / FEW * FEW + " rows to give " + given)
                : Optional.empty();
    }

    private static long reads(Connection connection) throws SQLException {
        long reads = 0;
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (rows.next()) {
                reads += rows.getLong(2);
            }
        }
        return reads;
    }

    private static void set(PreparedStatement prepared, Recorded statement) throws SQLException {
        for (int i = 0; i < statement.values().size(); i++) {
            prepared.setObject(i + 1, statement.values().get(i));
        }
    }
}
