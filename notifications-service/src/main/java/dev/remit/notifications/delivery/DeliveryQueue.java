package dev.remit.notifications.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.remit.kit.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * One row for each subject of which a subscription has something waiting: when the foremost is due, and who is at it. A row
 * is changed and deleted under its lock alone, so that whatever comes to wait meanwhile is either seen or makes the row anew.
 */
@ApplicationScoped
class DeliveryQueue {
    private final Sql sql;

    DeliveryQueue(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param failing whether its receiver's last answer was none that it should be
     * @param due when the first thing that nobody is at falls or fell due, by the tenant's clock
     */
    record Waiting(UUID tenant, UUID subscription, String url, boolean failing, Instant due) {}

    /** What is to be sent next of a subject. */
    record Foremost(UUID delivery, UUID notification, String body) {}

    /** Of all tenants, the active subscriptions that have something nobody is at. */
    List<Waiting> waiting(Instant machineTime) {
        return sql.list(
                "SELECT s.tenant_id, s.id, s.url, s.failing_since, next.due_at FROM (SELECT DISTINCT tenant_id,"
                        + " subscription_id FROM delivery_queue) AS waiting JOIN subscription AS s ON s.id ="
                        + " waiting.subscription_id JOIN LATERAL (SELECT q.due_at FROM delivery_queue AS q WHERE q.tenant_id"
                        + " = waiting.tenant_id AND q.subscription_id = waiting.subscription_id AND (q.leased_until IS NULL"
                        + " OR q.leased_until <= ?) ORDER BY q.due_at LIMIT 1) AS next WHERE s.state = 'ACTIVE' ORDER BY"
                        + " next.due_at",
                row -> new Waiting(row.uuid(1), row.uuid(2), row.text(3), !row.isNull(4), row.instant(5)),
                machineTime);
    }

    /** Subjects of a subscription that are due and that nobody is at, locked; those first that have waited longest. */
    List<UUID> due(UUID tenant, UUID subscription, Instant now, Instant machineTime, int limit) {
        return sql.list(
                "SELECT subject_id FROM delivery_queue WHERE tenant_id = ? AND subscription_id = ? AND due_at <= ? AND"
                        + " (leased_until IS NULL OR leased_until <= ?) ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.uuid(1),
                tenant,
                subscription,
                now,
                machineTime,
                limit);
    }

    void lease(List<Claim> claims, Instant until) {
        sql.batch(
                "UPDATE delivery_queue SET lease = ?, leased_until = ? WHERE tenant_id = ? AND subscription_id = ? AND"
                        + " subject_id = ?",
                claims.stream()
                        .map(claim -> new Object[] {
                            claim.lease(), until, claim.tenant(), claim.subscription(), claim.subject()
                        })
                        .toList());
    }

    /** What waits foremost of each subject that is claimed; to be asked once their rows are locked. */
    Map<Claim, Foremost> foremost(UUID tenant, List<Claim> claims) {
        Map<Claim, Foremost> found = new HashMap<>();
        sql.list(
                "SELECT claimed.place, waiting.id, n.id, n.content FROM JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY,"
                        + " subscription CHAR(36) PATH '$[0]', subject CHAR(36) PATH '$[1]')) AS claimed JOIN LATERAL (SELECT"
                        + " d.id, d.notification_id FROM delivery AS d FORCE INDEX (ix_delivery_in_order) WHERE d.tenant_id = ? AND d.subscription_id ="
                        + " UUID_TO_BIN(claimed.subscription) AND d.subject_id = UUID_TO_BIN(claimed.subject) AND d.state ="
                        + " 'WAITING' ORDER BY d.sequence LIMIT 1) AS waiting JOIN notification AS n ON n.id ="
                        + " waiting.notification_id",
                row -> found.put(
                        at(row, claims), new Foremost(row.uuid(2), row.uuid(3), new String(row.bytes(4), UTF_8))),
                subjects(claims),
                tenant);
        return found;
    }

    /** Claims of whose subjects something waits beside what was tried; to be asked once their rows are locked. */
    Set<Claim> withMore(UUID tenant, Map<Claim, UUID> tried) {
        List<Claim> claims = List.copyOf(tried.keySet());
        return Set.copyOf(sql.list(
                "SELECT claimed.place FROM JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, subscription CHAR(36) PATH"
                        + " '$[0]', subject CHAR(36) PATH '$[1]', tried CHAR(36) PATH '$[2]')) AS claimed JOIN LATERAL"
                        + " (SELECT d.id FROM delivery AS d FORCE INDEX (ix_delivery_in_order) WHERE d.tenant_id = ? AND d.subscription_id ="
                        + " UUID_TO_BIN(claimed.subscription) AND d.subject_id = UUID_TO_BIN(claimed.subject) AND d.state ="
                        + " 'WAITING' AND d.id <> UUID_TO_BIN(claimed.tried) LIMIT 1) AS other",
                row -> at(row, claims),
                json(claims, claim -> List.of(claim.subscription(), claim.subject(), tried.get(claim))),
                tenant));
    }

    /** Locks the rows of claims that nobody else has locked, and says of each of these whether it is still the claim's. */
    Map<Claim, Boolean> lockFree(UUID tenant, List<Claim> claims) {
        Map<Claim, Boolean> locked = new HashMap<>();
        sql.list(
                "SELECT claimed.place, q.lease FROM JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, subscription CHAR(36)"
                        + " PATH '$[0]', subject CHAR(36) PATH '$[1]')) AS claimed STRAIGHT_JOIN delivery_queue AS q ON"
                        + " q.tenant_id = ? AND q.subscription_id = UUID_TO_BIN(claimed.subscription) AND q.subject_id ="
                        + " UUID_TO_BIN(claimed.subject) FOR UPDATE OF q SKIP LOCKED",
                row -> locked.put(at(row, claims), at(row, claims).lease().equals(row.uuid(2))),
                subjects(claims),
                tenant);
        return locked;
    }

    /** Locks a row; whose it is, or empty where nobody is at it or it is not there. */
    Optional<UUID> lock(UUID tenant, UUID subscription, UUID subject) {
        return sql.first(
                "SELECT lease FROM delivery_queue WHERE tenant_id = ? AND subscription_id = ? AND subject_id = ? FOR UPDATE",
                row -> row.uuid(1),
                tenant,
                subscription,
                subject);
    }

    /** Something waits behind whatever waits already. */
    void join(UUID tenant, UUID subscription, UUID subject, Instant now) {
        sql.update(
                "INSERT INTO delivery_queue (tenant_id, subscription_id, subject_id, due_at) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE due_at = delivery_queue.due_at",
                tenant,
                subscription,
                subject,
                now);
    }

    /** Something is to be sent again, at once. */
    void hurry(UUID tenant, UUID subscription, UUID subject, Instant now) {
        sql.update(
                "INSERT INTO delivery_queue (tenant_id, subscription_id, subject_id, due_at) VALUES (?, ?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE due_at = LEAST(delivery_queue.due_at, ?)",
                tenant,
                subscription,
                subject,
                now,
                now);
    }

    /** Whatever a subscription has waiting is due. */
    void hurryAll(UUID tenant, UUID subscription, Instant now) {
        sql.update(
                "UPDATE delivery_queue SET due_at = LEAST(due_at, ?) WHERE tenant_id = ? AND subscription_id = ?",
                now,
                tenant,
                subscription);
    }

    /** Nobody is at these any more, and the foremost of each is due then. */
    void free(Map<Claim, Instant> due) {
        sql.batch(
                "UPDATE delivery_queue SET lease = NULL, leased_until = NULL, due_at = ? WHERE tenant_id = ? AND"
                        + " subscription_id = ? AND subject_id = ?",
                due.entrySet().stream()
                        .map(entry -> new Object[] {
                            entry.getValue(),
                            entry.getKey().tenant(),
                            entry.getKey().subscription(),
                            entry.getKey().subject()
                        })
                        .toList());
    }

    /** Nothing waits of these any more. */
    void remove(Collection<Claim> claims) {
        sql.batch(
                "DELETE FROM delivery_queue WHERE tenant_id = ? AND subscription_id = ? AND subject_id = ?",
                claims.stream()
                        .map(claim -> new Object[] {claim.tenant(), claim.subscription(), claim.subject()})
                        .toList());
    }

    private static Claim at(Sql.Row row, List<Claim> claims) throws SQLException {
        return claims.get((int) row.number(1) - 1);
    }

    private static String subjects(List<Claim> claims) {
        return json(claims, claim -> List.of(claim.subscription(), claim.subject()));
    }

    /** What a statement is asked of several claims at once: {@code [["…","…"],…]}. */
    private static String json(List<Claim> claims, Function<Claim, List<UUID>> of) {
        return claims.stream()
                .map(claim ->
                        of.apply(claim).stream().map(id -> "\"" + id + "\"").collect(joining(",", "[", "]")))
                .collect(joining(",", "[", "]"));
    }
}
