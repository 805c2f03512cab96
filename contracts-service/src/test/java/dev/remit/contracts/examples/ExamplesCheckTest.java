package dev.remit.contracts.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** What an operator learns before a release, from the database that the service has filled. */
@QuarkusTest
class ExamplesCheckTest extends ContractsTest {
    private static final String EXAMPLE = """
            {"title": "A Saturday hour on site",
             "work": {"workType": "ONSITE", "site": "broad-street", "from": "2026-06-20T10:00", "to": "2026-06-20T11:00",
                      "amount": "225.00"}}
            """;

    private final UUID tenant = TestTenants.fresh();

    @Inject
    Config config;

    @Inject
    AgroalDataSource database;

    private record Outcome(int code, String said) {}

    private static Outcome check(Map<String, String> settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = ExamplesCheck.run(settings, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Outcome(code, said.toString(StandardCharsets.UTF_8));
    }

    private Outcome check() {
        return check(Map.of(
                "REMIT_DB_URL", config.getValue("REMIT_DB_URL", String.class),
                "REMIT_DB_USER", config.getValue("REMIT_DB_USER", String.class),
                "REMIT_DB_PASSWORD", config.getValue("REMIT_DB_PASSWORD", String.class)));
    }

    /** Computed by an engine that has since become another: nobody can sign such a document now. */
    private void signAsComputedBefore(String version) throws SQLException {
        byte[] changed = owner(tenant)
                .get(version + "/document")
                .asString()
                .replace("\"amount\":\"225.00\"", "\"amount\":\"200.00\"")
                .getBytes(StandardCharsets.UTF_8);
        try (Connection connection = database.getConnection();
                PreparedStatement document = connection.prepareStatement(
                        "INSERT INTO agreement_document (hash, tenant_id, kind, bytes, stored_at) VALUES (?, ?, 'PUBLISHED', ?, ?)");
                PreparedStatement named = connection.prepareStatement(
                        "UPDATE agreement_version SET document_hash = ? WHERE tenant_id = ? AND state = 'SIGNED'")) {
            document.setString(1, Sha256.hex(changed));
            document.setBytes(2, bytes(tenant));
            document.setBytes(3, changed);
            document.setTimestamp(4, Timestamp.from(Instant.parse("2026-01-01T00:00:00Z")));
            document.executeUpdate();
            named.setString(1, Sha256.hex(changed));
            named.setBytes(2, bytes(tenant));
            assertEquals(1, named.executeUpdate());
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Test
    void exampleThatComesOutOtherwiseIsNamed() throws SQLException {
        LawFirm firm = new LawFirm(tenant).inCatalogue();
        EditedTerms terms = LawFirm.terms().with("/examples", "[" + EXAMPLE + "]");
        String version = firm.active(firm.agreement(), terms);
        Outcome before = check();
        assertFalse(before.said().contains(tenant.toString()), before.said());
        assertTrue(
                before.said().matches("(?s).*examples-check: [1-9]\\d* signed examples computed, .*"), before.said());

        signAsComputedBefore(version);
        Outcome after = check();
        assertEquals(ExamplesCheck.CHANGED, after.code());
        assertTrue(
                after.said()
                        .contains("tenant " + tenant + ", client whitfield-crane, Managed IT services, version 1,"
                                + " “A Saturday hour on site”: signed 200.00, computed 225.00"),
                after.said());
    }

    @Test
    void databaseMustBeNamedAndThere() {
        assertEquals(new Outcome(ExamplesCheck.FAILED, "examples-check: REMIT_DB_URL is not set\n"), check(Map.of()));
        assertEquals(
                ExamplesCheck.FAILED,
                check(Map.of(
                                "REMIT_DB_URL",
                                "jdbc:mysql://127.0.0.1:1/none",
                                "REMIT_DB_USER",
                                "nobody",
                                "REMIT_DB_PASSWORD",
                                "none"))
                        .code());
    }
}
