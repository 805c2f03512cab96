package dev.remit.notifications.delivery;

import static dev.remit.notifications.NotificationsTest.API;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.testing.sql.StatementPlans;
import dev.remit.kit.testing.sql.StatementRecorder;
import dev.remit.notifications.delivery.ReceivingTenant.Subscribed;
import dev.remit.notifications.testing.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Claims, outcomes, lists and the feed do not go through the tables of a tenant who has much. */
@QuarkusTest
class HotStatementsTest extends SendingTest {
    /** Of the sequencer and the consumers, which know no tenant. */
    private static final Set<String> ACROSS_TENANTS =
            Set.of("outbox.uq_outbox_by_position", "sweep_postponement.PRIMARY", "feed_inbox.PRIMARY");

    private static final String OTHER = "UNHEX(LEFT(SHA2(CONCAT(HEX(%s), n.i), 256), 32))";

    @Inject
    Sql sql;

    @Inject
    DataSource database;

    @Test
    void noHotStatementGoesThroughATable() throws Exception {
        ReceivingTenant tenant = ReceivingTenant.real();
        Receiver receiver = receiver(Receiver.status(200));
        Subscribed subscribed = tenant.subscribe(receiver);
        Subscribed failing = tenant.subscribe(receiver(Receiver.status(500)));
        UUID subject = UUID.randomUUID();
        tenant.tell(subject, subscribed, failing);
        copy("notification", tenant, Map.of("id", other("id"), "subject_id", other("subject_id")));
        copy(
                "delivery",
                tenant,
                Map.of(
                        "id", other("id"),
                        "notification_id", other("notification_id"),
                        "subject_id", other("subject_id")));
        copy(
                "delivery_queue",
                tenant,
                Map.of("subject_id", other("subject_id"), "due_at", "due_at + INTERVAL n.i MINUTE"));
        StatementPlans plans = new StatementPlans(database, ACROSS_TENANTS);
        plans.analyse();
        StatementRecorder.start();
        try {
            work(tenant, subject, receiver, subscribed, failing);
            read(tenant, subscribed);
        } finally {
            List<StatementRecorder.Recorded> sent = StatementRecorder.stop();
            assertEquals("", String.join("\n", plans.findings(sent)), "of " + sent.size());
        }
    }

    private void work(ReceivingTenant tenant, UUID subject, Receiver receiver, Subscribed... subscribed) {
        DeliveryLoop worker = worker();
        for (int i = 0; i < 3; i++) {
            tenant.tell(subject, subscribed);
            worker.step();
        }
        soon(() -> receiver.received().size() >= 4);
    }

    private static void read(ReceivingTenant tenant, Subscribed subscribed) {
        String deliveries = "/subscriptions/" + subscribed.id() + "/deliveries";
        String next = tenant.owner().get(API + deliveries + "?limit=20").path("next");
        for (String path : List.of(
                deliveries + "?limit=20&cursor=" + next,
                deliveries + "?limit=20&state=WAITING",
                deliveries + "?limit=20&state=FAILED",
                "/deliveries/" + tenant.deliveries(subscribed).getFirst().get("id"),
                "/subscriptions?limit=20",
                "/feed?limit=20",
                "/audit?limit=20",
                "/access-records?limit=20")) {
            tenant.owner().get(API + path).then().statusCode(200);
        }
    }

    private static String other(String column) {
        return OTHER.formatted(column);
    }

    private void copy(String table, ReceivingTenant tenant, Map<String, String> changed) {
        List<String> columns = sql.list(
                "SELECT COLUMN_NAME FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?",
                row -> row.text(1),
                table);
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .toList();
        sql.update(
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ")"
                        + " WITH RECURSIVE d (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM d WHERE i < 49), n (i) AS (SELECT a.i * 50 + b.i FROM d AS a CROSS JOIN d AS b) SELECT "
                        + String.join(", ", values) + " FROM " + table + " CROSS JOIN n WHERE tenant_id = ?",
                tenant.id);
    }
}
