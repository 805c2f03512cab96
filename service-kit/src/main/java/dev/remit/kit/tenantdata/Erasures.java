package dev.remit.kit.tenantdata;

import dev.remit.kit.audit.AuditSequencer;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenants.TenantFacts;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Erases the tenants of which this service was told that they are to be erased. It goes through all tables, and whatever there
 * is elsewhere, again and again until it finds nothing more, and says then what is left.
 */
@ApplicationScoped
class Erasures {
    /** The record of the erasure itself stays on the trail. */
    private static final String ERASING = "eraseTenant";

    private static final Logger LOG = Logger.getLogger(Erasures.class);

    private final TenantTables tables;
    private final AuditSequencer audit;
    private final ChainsLeft chains;
    private final List<ErasedRow> rows;
    private final List<ErasedElsewhere> elsewhere;
    private final EraserSettings settings;
    private final String url;
    private final Sql sql;
    private final InstantSource wall;

    Erasures(
            TenantTables tables,
            AuditSequencer audit,
            ChainsLeft chains,
            @All List<ErasedRow> rows,
            @All List<ErasedElsewhere> elsewhere,
            EraserSettings settings,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            Sql sql,
            InstantSource wall) {
        this.tables = tables;
        this.audit = audit;
        this.chains = chains;
        this.rows = rows;
        this.elsewhere = elsewhere;
        this.settings = settings;
        this.url = url;
        this.sql = sql;
        this.wall = wall;
    }

    @Scheduled(every = "5s", delayed = "5s", identity = "erasure", concurrentExecution = ConcurrentExecution.SKIP)
    void goOn() {
        for (UUID tenant : due()) {
            try {
                if (eraseRows(tenant) + eraseElsewhere(tenant) == 0) {
                    finish(tenant);
                }
            } catch (SQLException | RuntimeException failed) {
                LOG.errorf(failed, "The erasure of tenant %s goes on later", tenant);
            }
        }
    }

    /** An event that was on its way when the erasure ended comes too late, and goes as well. */
    private List<UUID> due() {
        return sql.list(
                "SELECT known.tenant_id FROM known_tenant AS known LEFT JOIN erasure ON erasure.tenant_id ="
                        + " known.tenant_id WHERE known.state = 'ERASED' AND (erasure.tenant_id IS NULL OR EXISTS"
                        + " (SELECT 1 FROM feed_inbox AS late WHERE late.tenant_id = known.tenant_id))",
                row -> row.uuid(1));
    }

    private long eraseRows(UUID tenant) throws SQLException {
        Set<String> kept = new HashSet<>(KeptWhenErased.TABLES);
        rows.forEach(row -> kept.add(row.table()));
        List<TenantTable> all = tables.inOrder();
        audit.sequenceAll(tenant);
        try (Eraser eraser = Eraser.connect(url, settings, tenant)) {
            for (TenantTable table : all.reversed()) {
                if (!kept.contains(table.name())) {
                    eraser.delete(table);
                }
            }
            if (chains.hasEvidence(all)) {
                eraser.emptyEvidence();
            }
            eraser.emptyAudit(ERASING);
            eraser.emptyOutbox(TenantFacts.EVENT);
            for (ErasedRow row : rows) {
                eraser.blank(row.table(), row.personal());
            }
            return eraser.erased();
        }
    }

    /** After the rows, since work that was left in them could bring it back. */
    private long eraseElsewhere(UUID tenant) throws SQLException {
        long erased = 0;
        for (ErasedElsewhere place : elsewhere) {
            long records = place.erase(tenant);
            if (records > 0) {
                try (Eraser eraser = Eraser.connect(url, settings, tenant)) {
                    eraser.count(place.kind(), records);
                }
            }
            erased += records;
        }
        return erased;
    }

    private void finish(UUID tenant) {
        ChainsLeft.Chain trail = chains.audit(tenant);
        ChainsLeft.Chain evidence = chains.evidence(tenant, tables.inOrder());
        sql.update(
                "INSERT IGNORE INTO erasure (tenant_id, ended_at, audit_links, audit_broken, evidence_links,"
                        + " evidence_broken) VALUES (?, ?, ?, ?, ?, ?)",
                tenant,
                wall.instant(),
                trail.links(),
                trail.broken(),
                evidence.links(),
                evidence.broken());
        LOG.infof("Tenant %s is erased here", tenant);
    }
}
