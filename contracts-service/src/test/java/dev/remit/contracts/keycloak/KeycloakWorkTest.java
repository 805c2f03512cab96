package dev.remit.contracts.keycloak;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.keycloak.KeycloakWork.Kind;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who does what is to be done in Keycloak: whoever asks for it, and the rounds what they leave. */
@QuarkusTest
class KeycloakWorkTest extends ContractsTest {
    @Inject
    KeycloakWork work;

    @Inject
    Sql sql;

    @Test
    void noRoundComesBeforeWhoIntendsToDoIt() {
        UUID tenant = TestTenants.fresh();
        QuarkusTransaction.requiringNew().run(() -> work.intend(tenant, tenant, Kind.ORGANIZATION));
        work.doWhatIsDue();
        assertTrue(isToBeDone(tenant));
        work.doNow(tenant, tenant, Kind.ORGANIZATION);
        assertFalse(isToBeDone(tenant));
    }

    private boolean isToBeDone(UUID tenant) {
        return sql.first(
                        "SELECT due_at FROM keycloak_work WHERE tenant_id = ? AND id = ? AND due_at IS NOT NULL",
                        row -> row.instant(1),
                        tenant,
                        tenant)
                .isPresent();
    }
}
