package dev.remit.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Native SQL is not filtered by tenant, so each statement names the tenant itself, or stands here with the reason. */
class NativeSqlTest {
    private static final String KIT = "dev.remit.kit.";
    private static final String TENANTS = "dev.remit.contracts.tenants.TenantRows";
    private static final String DELIVERIES = "dev.remit.notifications.delivery.";
    private static final String MAIL = "dev.remit.notifications.mail.";
    private static final String CLAIMS = "dev.remit.tickets.sql.CrossTenantSql";

    /** Statements that cross tenants: claims of sweeps, the sequencer, and what belongs to no tenant. */
    private static final Map<String, String> CROSS_TENANTS = Map.ofEntries(
            Map.entry(KIT + "audit.AuditSequencer: SELECT COUNT(*) FROM audit_waiting", "a gauge of the sequencer"),
            Map.entry(
                    KIT + "audit.AuditSequencer: SELECT DISTINCT tenant_id FROM audit_waiting LIMIT ?",
                    "the sequencer"),
            Map.entry(
                    KIT + "feed.Feed: SELECT position, type, tenant_id, subject_id, occurred_at, payload FROM outbox",
                    "how a statement begins"),
            Map.entry(
                    KIT + "feed.Feed: SELECT position, type, tenant_id, subject_id, occurred_at, payload FROM outbox"
                            + " WHERE position > ? ORDER BY position LIMIT ?",
                    "what other services read; each event names its tenant"),
            Map.entry(
                    KIT
                            + "feed.Feed: SELECT tenant_position, type, tenant_id, subject_id, occurred_at, payload, position"
                            + " FROM outbox WHERE position > ? ORDER BY position LIMIT ?",
                    "what listeners are told; each event names its tenant and goes to that tenant's alone"),
            Map.entry(KIT + "feed.Feed: SELECT head FROM feed_head WHERE id = 1", "a position"),
            Map.entry(KIT + "feed.Feed: SELECT trimmed_through FROM feed_head WHERE id = 1", "a position"),
            Map.entry(KIT + "feed.FeedCursors: SELECT position FROM feed_cursor WHERE name = ?", "a position"),
            Map.entry(
                    KIT + "feed.FeedCursors: INSERT IGNORE INTO feed_cursor (name, position) VALUES (?, 0)",
                    "a position"),
            Map.entry(
                    KIT + "feed.FeedCursors: SELECT position FROM feed_cursor WHERE name = ? FOR UPDATE", "a position"),
            Map.entry(
                    KIT + "feed.FeedCursors: UPDATE feed_cursor SET position = ? WHERE name = ? AND position < ?",
                    "a position"),
            Map.entry(
                    KIT + "feed.FeedReaders: INSERT INTO feed_reader (name, position, asked_at) VALUES (?, ?, ?)"
                            + " ON DUPLICATE KEY UPDATE position = GREATEST(feed_reader.position, ?), asked_at = ?",
                    "a position"),
            Map.entry(
                    KIT + "time.TenantClock: SELECT tenant_id, now_at FROM sandbox_clock",
                    "by which clocks something falls due"),
            Map.entry(KIT + "feed.FeedReaders: SELECT name FROM feed_reader WHERE asked_at < ?", "a position"),
            Map.entry(KIT + "feed.FeedReaders: DELETE FROM feed_reader WHERE name = ? AND asked_at < ?", "a position"),
            Map.entry(
                    KIT + "feed.FeedInbox: SELECT COUNT(*) FROM feed_inbox WHERE consumer = ?",
                    "how many wait for a consumer"),
            Map.entry(
                    KIT + "feed.FeedTurns: SELECT COUNT(*) FROM feed_turn WHERE consumer = ? AND pauses > 0",
                    "how many tenants' events meet trouble"),
            Map.entry(
                    KIT + "feed.FeedInbox: SELECT DISTINCT tenant_id FROM feed_inbox WHERE consumer = ?",
                    "whose events wait"),
            Map.entry(
                    KIT + "feed.FeedTurns: SELECT turn.tenant_id FROM (SELECT DISTINCT tenant_id FROM feed_inbox WHERE"
                            + " consumer = ?) AS waiting JOIN feed_turn AS turn ON turn.consumer = ? AND turn.tenant_id ="
                            + " waiting.tenant_id WHERE turn.due_at <= ? AND NOT EXISTS (SELECT 1 FROM known_tenant AS known"
                            + " WHERE known.tenant_id = turn.tenant_id AND known.state <> 'ACTIVE')"
                            + " ORDER BY turn.due_at LIMIT ?",
                    "whose turn it is"),
            Map.entry(
                    KIT + "feed.FeedRetention: UPDATE feed_tenant_head AS head JOIN (SELECT tenant_id,"
                            + " MAX(tenant_position) AS last FROM outbox WHERE position <= ? GROUP BY tenant_id) AS old ON"
                            + " old.tenant_id = head.tenant_id SET head.trimmed_through = GREATEST(head.trimmed_through,"
                            + " old.last)",
                    "retention is the same for all"),
            Map.entry(
                    KIT + "feed.FeedReaders: SELECT position FROM feed_reader ORDER BY position LIMIT 1", "a position"),
            Map.entry(
                    KIT + "feed.FeedRetention: SELECT position FROM outbox WHERE sequenced_at < ?"
                            + " ORDER BY sequenced_at DESC, position DESC LIMIT 1",
                    "retention is the same for all"),
            Map.entry(
                    KIT + "feed.FeedRetention: UPDATE feed_head SET trimmed_through = GREATEST(trimmed_through, ?)"
                            + " WHERE id = 1",
                    "retention is the same for all"),
            Map.entry(
                    KIT + "feed.FeedRetention: DELETE FROM outbox WHERE position <="
                            + " (SELECT trimmed_through FROM feed_head WHERE id = 1) ORDER BY position LIMIT 1000",
                    "retention is the same for all"),
            Map.entry(
                    KIT + "feed.SetAsideEvents: SELECT position, type, tenant_id, subject_id, occurred_at, payload"
                            + " FROM feed_set_aside",
                    "how its statements begin"),
            Map.entry(
                    KIT + "feed.SetAsideEvents: SELECT position, type, tenant_id, subject_id, occurred_at, payload"
                            + " FROM feed_set_aside AS head WHERE consumer = ? AND position > ? AND NOT EXISTS"
                            + " (SELECT 1 FROM feed_set_aside AS earlier WHERE earlier.tenant_id = head.tenant_id"
                            + " AND earlier.subject_id = head.subject_id AND earlier.consumer = head.consumer"
                            + " AND earlier.position < head.position) ORDER BY position LIMIT ?",
                    "a consumer's; each event names its tenant, and is taken as that"),
            Map.entry(
                    KIT + "feed.SetAsideEvents: SELECT COUNT(*) FROM feed_set_aside WHERE consumer = ?",
                    "how many a consumer has set aside"),
            Map.entry(
                    KIT
                            + "feed.Sequencer: SELECT id FROM outbox FORCE INDEX (uq_outbox_by_position) WHERE position IS NULL LIMIT 1",
                    "the sequencer"),
            Map.entry(
                    KIT + "feed.Sequencer: SELECT head FROM feed_head WHERE id = 1 FOR UPDATE SKIP LOCKED",
                    "the sequencer"),
            Map.entry(
                    KIT
                            + "feed.Sequencer: SELECT id, tenant_id FROM outbox FORCE INDEX (uq_outbox_by_position) WHERE position IS NULL ORDER BY id LIMIT 1000",
                    "the sequencer"),
            Map.entry(KIT + "feed.Sequencer: UPDATE feed_head SET head = ? WHERE id = 1", "the sequencer"),
            Map.entry(
                    KIT
                            + "feed.Sequencer: UPDATE JSON_TABLE(?, '$[*]' COLUMNS (place FOR ORDINALITY, id BIGINT PATH"
                            + " '$[0]', tenant_place BIGINT PATH '$[1]')) AS waiting STRAIGHT_JOIN outbox ON outbox.id ="
                            + " waiting.id SET outbox.position = ? + waiting.place, outbox.tenant_position ="
                            + " waiting.tenant_place, outbox.sequenced_at = ?",
                    "the sequencer"),
            Map.entry(
                    DELIVERIES
                            + "DeliveryRetention: SELECT id FROM delivery WHERE id < ? AND state <> 'WAITING' ORDER BY id"
                            + " LIMIT ? FOR UPDATE SKIP LOCKED",
                    "retention is the same for all"),
            Map.entry(
                    DELIVERIES + "DeliveryRetention: DELETE FROM delivery_attempt WHERE delivery_id = ?",
                    "retention is the same for all"),
            Map.entry(
                    DELIVERIES + "DeliveryRetention: DELETE FROM delivery WHERE id = ?",
                    "retention is the same for all"),
            Map.entry(
                    "dev.remit.notifications.notifications.NotificationRetention: DELETE FROM notification WHERE id < ? AND"
                            + " NOT EXISTS (SELECT 1 FROM delivery WHERE delivery.notification_id = notification.id) AND NOT"
                            + " EXISTS (SELECT 1 FROM mail WHERE mail.notification_id = notification.id) LIMIT ?",
                    "retention is the same for all"),
            Map.entry(
                    DELIVERIES
                            + "DeliveryQueue: SELECT s.tenant_id, s.id, s.url, s.failing_since, next.due_at FROM (SELECT"
                            + " DISTINCT tenant_id, subscription_id FROM delivery_queue) AS waiting JOIN subscription AS s ON"
                            + " s.id = waiting.subscription_id JOIN LATERAL (SELECT q.due_at FROM delivery_queue AS q WHERE"
                            + " q.tenant_id = waiting.tenant_id AND q.subscription_id = waiting.subscription_id AND"
                            + " (q.leased_until IS NULL OR q.leased_until <= ?) ORDER BY q.due_at LIMIT 1) AS next WHERE"
                            + " s.state = 'ACTIVE' ORDER BY next.due_at",
                    "whose receivers are to be sent something"),
            Map.entry(
                    MAIL
                            + "MailQueue: SELECT tenant_id, MIN(due_at) FROM mail WHERE state = 'WAITING' AND (leased_until IS"
                            + " NULL OR leased_until <= ?) GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    MAIL + "MailRetention: DELETE FROM mail WHERE id < ? AND state <> 'WAITING' LIMIT ?",
                    "retention is the same for all"),
            Map.entry(
                    MAIL + "DigestSweep: SELECT tenant_id, MIN(due_at) FROM digest_schedule GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    KIT + "tenantdata.Erasures: SELECT known.tenant_id FROM known_tenant AS known LEFT JOIN erasure ON"
                            + " erasure.tenant_id = known.tenant_id WHERE known.state = 'ERASED' AND (erasure.tenant_id"
                            + " IS NULL OR EXISTS (SELECT 1 FROM feed_inbox AS late WHERE late.tenant_id ="
                            + " known.tenant_id))",
                    "which tenants are to be erased"),
            Map.entry(
                    KIT + "tenantdata.TenantTables: SELECT c.table_name, c.column_name, c.data_type, c.column_type FROM"
                            + " information_schema.columns AS c JOIN information_schema.columns AS t ON t.table_schema ="
                            + " c.table_schema AND t.table_name = c.table_name AND t.column_name = 'tenant_id' WHERE"
                            + " c.table_schema = DATABASE() ORDER BY c.table_name, c.ordinal_position",
                    "what tables there are"),
            Map.entry(
                    KIT + "tenantdata.TenantTables: SELECT table_name, index_name, non_unique, column_name FROM"
                            + " information_schema.statistics WHERE table_schema = DATABASE() ORDER BY table_name,"
                            + " index_name, seq_in_index",
                    "what tables there are"),
            Map.entry(
                    KIT + "tenantdata.TenantTables: SELECT DISTINCT table_name, referenced_table_name FROM"
                            + " information_schema.key_column_usage WHERE table_schema = DATABASE()"
                            + " AND referenced_table_name IS NOT NULL",
                    "what tables there are"),
            Map.entry(
                    KIT + "idempotency.KeyTable: DELETE FROM idempotency_key WHERE created_at < ? LIMIT \u0001",
                    "retention is the same for all"),
            Map.entry(
                    KIT + "access.AccessTable: DELETE FROM access_record WHERE at < ? LIMIT \u0001",
                    "retention is the same for all"),
            Map.entry(
                    "dev.remit.contracts.agreements.InternalDocumentResource: SELECT bytes FROM agreement_document"
                            + " WHERE hash = ? AND kind = 'PUBLISHED'",
                    "other services know a document by its hash alone"),
            Map.entry(
                    KIT + "tenants.KnownTenants: SELECT tenant_id, kind, state FROM known_tenant",
                    "which tenants there are, what for, and whether they are served"),
            Map.entry(
                    TENANTS + ": SELECT tenant_id, request_digest FROM tenant WHERE request_key = ?",
                    "operators belong to no tenant, nor do their keys"),
            Map.entry(
                    TENANTS
                            + ": SELECT tenant_id, name, kind, state, state_reason, owner_login, owner_first_name, owner_last_name,"
                            + " owner_email, created_at, updated_at, revision FROM tenant WHERE tenant_id > ?"
                            + " ORDER BY tenant_id LIMIT ?",
                    "operators see which tenants there are"),
            Map.entry(
                    TENANTS + ": SELECT tenant_id FROM tenant WHERE state = 'PROVISIONING' AND working_until < ?",
                    "whose making broke off"),
            Map.entry(
                    "dev.remit.contracts.keycloak.KeycloakWork: SELECT tenant_id, id, kind FROM keycloak_work"
                            + " WHERE due_at <= ? AND working_until < ? ORDER BY due_at LIMIT 100",
                    "whose work in Keycloak is due"),
            Map.entry(
                    "dev.remit.contracts.examples.ExamplesCheck: SELECT v.tenant_id, v.client_id, c.code, v.agreement_id,"
                            + " a.master_id, v.number, v.effective_from, v.effective_to, v.state, d.bytes FROM"
                            + " agreement_version v JOIN agreement a ON a.id = v.agreement_id JOIN client c ON c.id ="
                            + " v.client_id JOIN agreement_document d ON d.hash = v.document_hash ORDER BY v.tenant_id,"
                            + " v.client_id, v.agreement_id, v.number",
                    "whoever releases asks about all tenants, beside the service"),
            Map.entry(
                    CLAIMS
                            + ": SELECT tenant_id, MIN(settle_at) FROM ticket WHERE settle_at IS NOT NULL GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    CLAIMS
                            + ": SELECT tenant_id, MIN(look_at) FROM ticket WHERE look_at IS NOT NULL GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    "dev.remit.tickets.sql.WakeUpSql: SELECT tenant_id, MIN(asked_at) FROM wake_up GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    CLAIMS
                            + ": DELETE FROM payload WHERE id < ? AND NOT EXISTS (SELECT 1 FROM review WHERE review.tenant_id"
                            + " = payload.tenant_id AND review.payload_id = payload.id AND review.state = 'OPEN') LIMIT ?",
                    "retention is the same for all"),
            Map.entry(
                    KIT + "sweep.Postponements: SELECT DISTINCT tenant_id FROM sweep_postponement WHERE again_at <= ?",
                    "whose turn it is"),
            Map.entry(
                    KIT + "sweep.Postponements: SELECT tenant_id, COUNT(*) FROM sweep_postponement WHERE sweep = ?"
                            + " GROUP BY tenant_id",
                    "how many could not be done"),
            Map.entry(
                    CLAIMS + ": SELECT tenant_id, platform, signing_key FROM connection WHERE id = ?",
                    "whose callback it is shows only when its signature was checked"),
            Map.entry(
                    CLAIMS + ": SELECT tenant_id, SUM(open_clocks) FROM ticket WHERE open_clocks > 0"
                            + " GROUP BY tenant_id",
                    "a gauge for each tenant"),
            Map.entry(
                    "dev.remit.contracts.agreements.AgreementDateSweep: SELECT tenant_id, MIN(look_at) FROM agreement_date"
                            + " GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    "dev.remit.billing.exports.CutOffSweep: SELECT tenant_id, MIN(since) FROM cut_off_under_way"
                            + " GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    "dev.remit.billing.approvals.QuoteCatchUp: SELECT tenant_id, MIN(since) FROM quote_catch_up"
                            + " GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    "dev.remit.billing.approvals.QuoteExpiry: SELECT tenant_id, MIN(expires_at) FROM quote"
                            + " WHERE status = 'SENT' AND expires_at IS NOT NULL GROUP BY tenant_id",
                    "whose turn it is"),
            Map.entry(
                    KIT + "feed.Sequencer: SELECT COUNT(*) FROM outbox WHERE position IS NULL",
                    "how deep the outbox is"),
            Map.entry(
                    KIT + "schema.SchemaCheck: SELECT FILENAME, AUTHOR, ID FROM DATABASECHANGELOG",
                    "no row of anybody's"));

    @Test
    void everyStatementNamesTheTenantOrStandsHereWithTheReason() {
        assertEquals(new TreeSet<>(CROSS_TENANTS.keySet()), withoutTenant(HouseRulesTest.HOUSE_CLASSES));
    }

    @Test
    void aStatementThatForgetsTheTenantIsFound() {
        assertEquals(
                Set.of(
                        "dev.remit.house.broken.tickets.LeakySql: SELECT title FROM ticket WHERE id = ?",
                        "dev.remit.house.broken.tickets.LeakySql: delete from ticket where id = ?",
                        "dev.remit.house.broken.tickets.LeakySql: INSERT INTO ticket (id, title) VALUES (?, ?)",
                        "dev.remit.house.broken.tickets.LeakySql: SELECT \u0001 FROM ticket ORDER BY tenant_id"),
                withoutTenant(HouseRulesTest.BROKEN_CLASSES));
    }

    private static Set<String> withoutTenant(JavaClasses classes) {
        Set<String> found = new TreeSet<>();
        classes.stream()
                .flatMap(NativeSqlTest::statements)
                .filter(sql -> !sql.namesTheTenant())
                .forEach(sql -> found.add(sql.className() + ": " + sql.statement()));
        return found;
    }

    private static Stream<NativeSql> statements(JavaClass type) {
        boolean ours = List.of("kit", "contracts", "tickets", "billing", "notifications").stream()
                .anyMatch(module ->
                        type.getPackageName().matches("dev[.]remit[.](house[.]broken[.])?" + module + "([.].*)?"));
        return ours
                ? type
                        .getSource()
                        .map(source -> NativeSql.in(source.getUri(), type.getName()))
                        .orElse(List.of())
                        .stream()
                : Stream.of();
    }
}
