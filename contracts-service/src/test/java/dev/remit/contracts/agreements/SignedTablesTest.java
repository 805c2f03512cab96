package dev.remit.contracts.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.LawFirm;
import dev.remit.kit.testing.TestTenants;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's own database user cannot change what was signed. */
@QuarkusTest
class SignedTablesTest extends ContractsTest {
    private static final int TABLE_ACCESS_DENIED = 1142;

    @Inject
    AgroalDataSource database;

    private final UUID tenant = TestTenants.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE agreement_document SET bytes = ''",
                "DELETE FROM agreement_document",
                "TRUNCATE TABLE agreement_document",
                "UPDATE signature SET name = 'Somebody else'",
                "DELETE FROM signature",
                "TRUNCATE TABLE signature",
                "UPDATE agreement_file SET name = 'Another'",
                "DELETE FROM agreement_file",
                "UPDATE agreement_file_part SET bytes = ''",
                "DELETE FROM agreement_file_part",
                "UPDATE cancellation_consent SET name = 'Somebody else'",
                "DELETE FROM cancellation_consent",
                "UPDATE consent_taken_back SET login = 'Somebody else'",
                "DELETE FROM consent_taken_back",
                "DELETE FROM agreement_version",
                "DELETE FROM agreement",
                "UPDATE agreement SET title = 'Another'"
            })
    void mySqlRefuses(String statement) throws SQLException {
        new LawFirm(tenant).inCatalogue().active();
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> sql.executeUpdate(statement));
            assertEquals(TABLE_ACCESS_DENIED, refused.getErrorCode(), refused.getMessage());
        }
    }
}
