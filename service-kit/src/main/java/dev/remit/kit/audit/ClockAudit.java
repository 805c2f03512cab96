package dev.remit.kit.audit;

import dev.remit.kit.time.ClockMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Records where a sandbox's clock is put; no entity stands for it. */
@ApplicationScoped
class ClockAudit {
    private final PendingChanges pending;

    ClockAudit(PendingChanges pending) {
        this.pending = pending;
    }

    void moved(@Observes ClockMoved clock) {
        pending.add(Change.of(
                "sandbox-clock",
                clock.tenant().toString(),
                clock.before()
                        .<Map<String, Object>>map(before -> Map.of("now", before.toString()))
                        .orElse(null),
                Map.of("now", clock.now().toString())));
    }
}
