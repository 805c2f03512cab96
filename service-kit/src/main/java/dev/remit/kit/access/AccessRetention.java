package dev.remit.kit.access;

import dev.remit.kit.retention.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Forgets who read what after {@code remit.access-records.kept}. */
@ApplicationScoped
class AccessRetention implements Retention {
    private final AccessTable table;
    private final Duration kept;

    AccessRetention(AccessTable table, AccessSettings settings) {
        this.table = table;
        this.kept = settings.kept();
    }

    @Override
    public String name() {
        return "access records";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public int forget(Instant before, int most) {
        return table.deleteBefore(before, most);
    }
}
