package dev.remit.billing.extras;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What happened to each line, and how it stood then. */
@ApplicationScoped
class LineJournal {
    private final Sql sql;
    private final Tenancy tenancy;

    LineJournal(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Adds a line's present state. */
    void add(Extra line, LineEvent what, String cause, Instant at) {
        add(List.of(line), what, cause, at);
    }

    /** Adds the present state of lines. */
    void add(List<Extra> lines, LineEvent what, String cause, Instant at) {
        sql.batch(
                "INSERT INTO extra_event (tenant_id, client_id, extra_id, what, at, cause, status, held_reason, currency,"
                        + " amount_minor, billed_minor, over_cap_minor, position)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines.stream().map(line -> event(line, what, cause, at)).toList());
    }

    private Object[] event(Extra line, LineEvent what, String cause, Instant at) {
        return new Object[] {
            tenancy.current(),
            line.clientId(),
            line.id(),
            what.name(),
            at,
            cause,
            line.status().name(),
            line.figures().heldReason() == null
                    ? null
                    : line.figures().heldReason().name(),
            line.figures().currency(),
            line.figures().amountMinor(),
            line.figures().billedMinor(),
            line.figures().overCapMinor(),
            line.position()
        };
    }
}
