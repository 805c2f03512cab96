package dev.remit.notifications.delivery;

import dev.remit.kit.trace.BackgroundWork;
import dev.remit.notifications.delivery.DeliveryWork.Noted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Has outcomes written, those of one tenant that come while others of it are written in one transaction after them. There is
 * no thread of its own: whoever brings the first writes until nothing more has come.
 */
final class OutcomeWriter {
    private static final Logger LOG = Logger.getLogger(OutcomeWriter.class);
    private static final int MOST_AT_ONCE = 100;

    private final DeliveryWork work;
    /** By tenant, for which somebody writes. */
    private final Map<UUID, Queue<Waiting>> waiting = new HashMap<>();

    OutcomeWriter(DeliveryWork work) {
        this.work = work;
    }

    /** Told when an outcome is written, or cannot be. */
    @FunctionalInterface
    interface Listener {
        /** @param more whether something else of its subject is due */
        void written(boolean more);
    }

    private record Waiting(Tried tried, Listener listener) {}

    /** Writes an outcome, or leaves it to whoever writes for its tenant already. */
    void write(Tried tried, Listener listener) {
        if (!begins(new Waiting(tried, listener))) {
            return;
        }
        List<Waiting> next = next(tried.tenant());
        while (!next.isEmpty()) {
            write(tried.tenant(), next);
            next = next(tried.tenant());
        }
    }

    private synchronized boolean begins(Waiting outcome) {
        UUID tenant = outcome.tried().tenant();
        boolean first = !waiting.containsKey(tenant);
        waiting.computeIfAbsent(tenant, absent -> new ArrayDeque<>()).add(outcome);
        return first;
    }

    private synchronized List<Waiting> next(UUID tenant) {
        Queue<Waiting> queue = waiting.get(tenant);
        List<Waiting> next = new ArrayList<>();
        while (next.size() < MOST_AT_ONCE && !queue.isEmpty()) {
            next.add(queue.remove());
        }
        if (next.isEmpty()) {
            waiting.remove(tenant);
        }
        return next;
    }

    private void write(UUID tenant, List<Waiting> outcomes) {
        List<Tried> tried = outcomes.stream().map(Waiting::tried).toList();
        Set<Claim> more = new HashSet<>();
        try (BackgroundWork followed = BackgroundWork.begin("delivery-outcomes")) {
            Set<Claim> noted = tried.size() == 1 ? Set.of() : writeTogether(tenant, tried, more);
            tried.stream().filter(one -> !noted.contains(one.claim())).forEach(one -> writeAlone(one, more));
            tried.forEach(this::writeHealth);
            followed.done();
        } finally {
            outcomes.forEach(
                    one -> one.listener().written(more.contains(one.tried().claim())));
        }
    }

    /** Gives the claims whose outcomes are written; where that fails, each is written by itself. */
    private Set<Claim> writeTogether(UUID tenant, List<Tried> tried, Set<Claim> more) {
        try {
            Noted written = work.noteTogether(tenant, tried);
            more.addAll(written.more());
            return written.noted();
        } catch (RuntimeException failure) {
            LOG.warnf("What came of %d deliveries could not be written at once: %s", tried.size(), failure);
            return Set.of();
        }
    }

    /** What cannot be written is sent again when its claim has run out. */
    private void writeAlone(Tried tried, Set<Claim> more) {
        try {
            if (work.note(tried)) {
                more.add(tried.claim());
            }
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "What came of delivery %s could not be written", tried.delivery());
        }
    }

    private void writeHealth(Tried tried) {
        try {
            work.noteHealth(tried);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "How the receiver of delivery %s does could not be written", tried.delivery());
        }
    }
}
