package dev.remit.billing.turns;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.trace.BackgroundWork;
import dev.remit.kit.trace.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Gives each of several objects its turn, in a transaction of its tenant; one that fails keeps no other waiting. */
@ApplicationScoped
public class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final Tenancy tenancy;

    Turns(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /**
     * @param what names the objects in the log, as {@code quote}
     * @throws IllegalStateException when all have had their turn and any failed, so that a loop waits before the next round
     */
    public void take(String what, List<Turn> turns, Consumer<UUID> step) {
        take(what, turns, step, failed -> {});
    }

    /** @param failed what else is to be done about one that failed, outside of its transaction */
    public void take(String what, List<Turn> turns, Consumer<UUID> step, Consumer<Turn> failed) {
        List<Throwable> failures = new ArrayList<>();
        for (Turn turn : turns) {
            try (BackgroundWork followed = BackgroundWork.begin(Trace.operation())) {
                followed.done();
                try {
                    tenancy.runAs(turn.tenant(), () -> step.accept(turn.subject()));
                } catch (RuntimeException | Error e) {
                    followed.failed(e);
                    failures.add(e);
                    log(what, turn, e);
                    failed.accept(turn);
                }
            }
        }
        if (!failures.isEmpty()) {
            IllegalStateException all = new IllegalStateException(
                    failures.size() + " of " + turns.size() + " failed: " + what, failures.removeFirst());
            failures.forEach(all::addSuppressed);
            throw all;
        }
    }

    private static void log(String what, Turn turn, Throwable failure) {
        Trace.tenant(turn.tenant());
        try {
            LOG.warnf("%s %s failed: %s", what, turn.subject(), failure);
        } finally {
            Trace.tenant(null);
        }
    }
}
