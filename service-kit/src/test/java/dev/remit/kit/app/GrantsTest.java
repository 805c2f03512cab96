package dev.remit.kit.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is signed cannot be changed, not even by our own statement. */
@QuarkusTest
class GrantsTest extends KitTest {
    private static final int COMMAND_DENIED = 1142;

    @Inject
    Sql sql;

    @Test
    void appMayAddToASignedTableAndNothingElse() {
        UUID tenant = TestTenants.fresh();
        UUID id = UUID.randomUUID();
        sql.update("INSERT INTO signed_gadget (id, tenant_id) VALUES (?, ?)", id, tenant);
        denied("UPDATE signed_gadget SET tenant_id = ? WHERE id = ?", TestTenants.fresh(), id);
        denied("DELETE FROM signed_gadget WHERE id = ?", id);
        denied("DROP TABLE signed_gadget");
        assertEquals(
                Optional.of(tenant),
                sql.first("SELECT tenant_id FROM signed_gadget WHERE id = ?", row -> row.uuid(1), id));
    }

    private void denied(String statement, Object... arguments) {
        SqlFailure failure = assertThrows(SqlFailure.class, () -> sql.update(statement, arguments));
        assertEquals(Optional.of(COMMAND_DENIED), SqlFailure.errorOf(failure));
    }
}
