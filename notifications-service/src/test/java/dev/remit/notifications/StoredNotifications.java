package dev.remit.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.json.Json;
import dev.remit.kit.sql.Sql;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;

/** What stands in the database of what a tenant's receivers are told. */
final class StoredNotifications {
    private StoredNotifications() {}

    /** The bodies, in the order in which they were written. */
    static List<JsonNode> of(UUID tenant) {
        Sql sql = Arc.container().instance(Sql.class).get();
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "SELECT content FROM notification WHERE tenant_id = ? ORDER BY id",
                        row -> Json.parse(row.bytes(1)),
                        tenant));
    }

    /** The types that a subscription is to be sent, in order. */
    static List<String> dueTo(String subscription) {
        Sql sql = Arc.container().instance(Sql.class).get();
        return QuarkusTransaction.requiringNew()
                .call(() -> sql.list(
                        "SELECT n.type FROM delivery AS d JOIN notification AS n ON n.id = d.notification_id"
                                + " WHERE d.subscription_id = ? ORDER BY n.id",
                        row -> row.text(1),
                        UUID.fromString(subscription)));
    }
}
