package dev.remit.tickets.intake;

import dev.remit.kit.retention.Retention;
import dev.remit.tickets.sql.CrossTenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Forgets what sources sent after {@code remit.payloads.kept}. The facts that were taken from it stay, and so does its hash in
 * the evidence of its ticket; what somebody may still have taken in again, since its review is open, waits for that.
 */
@ApplicationScoped
class PayloadRetention implements Retention {
    private final CrossTenantSql sql;
    private final Duration kept;

    PayloadRetention(CrossTenantSql sql, PayloadSettings settings) {
        this.sql = sql;
        this.kept = settings.kept();
    }

    @Override
    public String name() {
        return "payloads";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public int forget(Instant before, int most) {
        return sql.forgetPayloadsBefore(before, most);
    }
}
