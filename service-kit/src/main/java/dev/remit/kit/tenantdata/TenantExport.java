package dev.remit.kit.tenantdata;

import dev.remit.kit.audit.AuditSequencer;
import dev.remit.kit.sql.ConsistentReads;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Admission;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes everything of a tenant that this service keeps, as it was at one moment; no more than a row is in memory. */
@ApplicationScoped
public class TenantExport {
    private static final int BUFFER = 64 * 1024;

    private final TenantTables tables;
    private final AuditSequencer audit;
    private final ExportTurns turns;
    private final ConsistentReads reads;
    private final Admission admission;
    private final Sql sql;
    private final InstantSource wall;
    private final ExportSettings settings;
    private final String service;

    TenantExport(
            TenantTables tables,
            AuditSequencer audit,
            ExportTurns turns,
            ConsistentReads reads,
            Admission admission,
            Sql sql,
            InstantSource wall,
            ExportSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.tables = tables;
        this.audit = audit;
        this.turns = turns;
        this.reads = reads;
        this.admission = admission;
        this.sql = sql;
        this.wall = wall;
        this.settings = settings;
        this.service = service;
    }

    /**
     * What writes the export of a tenant for its caller, and breaks off when they are let in no longer.
     *
     * @throws dev.remit.kit.problem.Problem too-many-requests
     */
    StreamingOutput of(UUID tenant) {
        Admission.Pass caller = admission.present();
        return with(tenant, out -> new WatchedOutput(out, caller::require));
    }

    /** The same for a tenant that is suspended. */
    StreamingOutput ofSuspended(UUID tenant) {
        return with(tenant, out -> out);
    }

    private StreamingOutput with(UUID tenant, UnaryOperator<OutputStream> watched) {
        turns.requireFree(tenant);
        return out -> {
            try (ExportTurns.Turn turn = turns.begin(tenant)) {
                write(tenant, new BufferedOutputStream(watched.apply(out), BUFFER));
            }
        };
    }

    /** In a transaction that may take longer than others. */
    private void write(UUID tenant, OutputStream out) throws IOException {
        List<TenantTable> exported = tables.inOrder().stream()
                .filter(table -> !LeftOut.TABLES.containsKey(table.name()))
                .toList();
        audit.sequenceAll(tenant);
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(settings.longest().toSeconds()))
                    .call(() -> reads.call(() -> {
                        write(tenant, exported, out);
                        return null;
                    }));
        } catch (UncheckedIOException readerHasGone) {
            throw readerHasGone.getCause();
        }
    }

    private void write(UUID tenant, List<TenantTable> exported, OutputStream out) {
        ExportLines lines = new ExportLines(out);
        try {
            lines.first(service, tenant, wall.instant());
            for (TenantTable table : exported) {
                sql.each(table.selectAll(), row -> lines.record(table, row), tenant);
            }
            lines.last();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
