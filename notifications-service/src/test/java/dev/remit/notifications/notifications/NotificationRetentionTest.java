package dev.remit.notifications.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.notifications.Msp;
import dev.remit.notifications.NotificationsTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotificationRetentionTest extends NotificationsTest {
    @Inject
    NotificationRetention retention;

    @Inject
    Sql sql;

    private Msp msp;

    @BeforeEach
    void newMsp() {
        msp = new Msp(consumers).clientKnown().ticketReceived();
    }

    @Test
    void whatWaitsIsKeptAndTheNumbersGoOn() {
        msp.subscribe(List.of(), List.of()).then().statusCode(201);
        msp.breached();
        retention.forgetBefore(Instant.now().minusSeconds(60));
        assertEquals(List.of("ticket.received 1", "clock.breached 2"), kept());
        forgetAll();
        assertEquals(List.of("clock.breached 2"), kept());
        msp.breached();
        assertEquals(List.of("clock.breached 2", "clock.breached 3"), kept());
    }

    @Test
    void aRulingThatIsForgottenWasMadeAllTheSame() {
        ruled();
        forgetAll();
        assertEquals(List.of(), kept());
        ruled();
        assertEquals(List.of("ruling.changed 2"), kept());
    }

    private void ruled() {
        msp.told(
                "tickets",
                "WorkItemRuled",
                msp.workItem,
                Map.of(
                        "ticketId",
                        msp.ticket.toString(),
                        "clientId",
                        msp.client.toString(),
                        "workItemId",
                        msp.workItem.toString(),
                        "rulingId",
                        "0198c0de-0000-7000-8000-00000000beef",
                        "sequence",
                        1,
                        "verdict",
                        "EXTRA",
                        "status",
                        "FROZEN",
                        "approvalRequired",
                        true,
                        "ruledAt",
                        "2026-06-11T18:00:00Z"));
    }

    /** Beyond the present, as if all that time had gone by. */
    private void forgetAll() {
        retention.forgetBefore(Instant.now().plusSeconds(1));
    }

    private List<String> kept() {
        return sql.list(
                "SELECT type, sequence FROM notification WHERE tenant_id = ? ORDER BY id",
                row -> row.text(1) + " " + row.number(2),
                msp.tenant);
    }
}
