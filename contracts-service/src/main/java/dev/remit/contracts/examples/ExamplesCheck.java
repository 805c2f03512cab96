package dev.remit.contracts.examples;

import dev.remit.contracts.examples.SignedExamples.Version;
import dev.remit.engines.agreement.VersionTerm;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Computes each worked example in the signed documents of a database with the engines of this build, and names those that come
 * out otherwise than they were signed. It reads and changes nothing, and starts no service: {@code REMIT_DB_URL},
 * {@code REMIT_DB_USER} and {@code REMIT_DB_PASSWORD} are all that it needs.
 */
public final class ExamplesCheck {
    /** Every example is as it was signed. */
    static final int GOOD = 0;
    /** Some come out otherwise. */
    static final int CHANGED = 1;
    /** The check could not be made. */
    static final int FAILED = 2;

    private static final List<String> SETTINGS = List.of("REMIT_DB_URL", "REMIT_DB_USER", "REMIT_DB_PASSWORD");

    /** By client, since an addendum's examples need its master. */
    private static final String SIGNED =
            "SELECT v.tenant_id, v.client_id, c.code, v.agreement_id, a.master_id, v.number, v.effective_from,"
                    + " v.effective_to, v.state, d.bytes FROM agreement_version v"
                    + " JOIN agreement a ON a.id = v.agreement_id JOIN client c ON c.id = v.client_id"
                    + " JOIN agreement_document d ON d.hash = v.document_hash"
                    + " ORDER BY v.tenant_id, v.client_id, v.agreement_id, v.number";

    private final List<String> faults = new ArrayList<>();
    private int computed;

    private ExamplesCheck() {}

    /** Ends with 0, with 1 where an example comes out otherwise, and with 2 where the check could not be made. */
    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out));
    }

    static int run(Map<String, String> settings, PrintStream out) {
        for (String setting : SETTINGS) {
            if (!settings.containsKey(setting)) {
                out.println("examples-check: " + setting + " is not set");
                return FAILED;
            }
        }
        try (Connection database = DriverManager.getConnection(
                settings.get("REMIT_DB_URL"), settings.get("REMIT_DB_USER"), settings.get("REMIT_DB_PASSWORD"))) {
            database.setReadOnly(true);
            ExamplesCheck check = new ExamplesCheck();
            check.read(database);
            check.faults.forEach(out::println);
            out.println("examples-check: " + check.computed + " signed examples computed, " + check.faults.size()
                    + " come out otherwise");
            return check.faults.isEmpty() ? GOOD : CHANGED;
        } catch (SQLException e) {
            out.println("examples-check: " + e.getMessage());
            return FAILED;
        }
    }

    private void read(Connection database) throws SQLException {
        try (PreparedStatement signed = database.prepareStatement(SIGNED)) {
            // Row by row: the documents of all clients together may be more than fits.
            signed.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = signed.executeQuery()) {
                UUID client = null;
                List<Version> ofClient = new ArrayList<>();
                while (row.next()) {
                    UUID next = uuid(row.getBytes("client_id"));
                    if (!next.equals(client)) {
                        check(ofClient);
                        ofClient = new ArrayList<>();
                        client = next;
                    }
                    ofClient.add(version(row));
                }
                check(ofClient);
            }
        }
    }

    private void check(List<Version> ofClient) {
        SignedExamples examples = new SignedExamples(ofClient);
        examples.check();
        computed += examples.computed();
        faults.addAll(examples.faults());
    }

    private static Version version(ResultSet row) throws SQLException {
        VersionTerm term = new VersionTerm(
                uuid(row.getBytes("agreement_id")),
                row.getInt("number"),
                row.getObject("effective_from", LocalDate.class),
                row.getObject("effective_to", LocalDate.class),
                uuid(row.getBytes("master_id")));
        return new Version(
                uuid(row.getBytes("tenant_id")),
                row.getString("code"),
                "WITHDRAWN".equals(row.getString("state")) ? term.withdrawn() : term,
                row.getBytes("bytes"));
    }

    private static UUID uuid(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
