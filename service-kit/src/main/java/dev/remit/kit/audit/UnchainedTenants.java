package dev.remit.kit.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tenants whose records could not be chained when that was tried last, and when it is tried again: first after half a second,
 * then each time after twice as long, up to an hour. Each replica notes its own.
 */
final class UnchainedTenants {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 13;

    private record PutOff(int failures, Instant againAt) {}

    private final Map<UUID, PutOff> tenants = new ConcurrentHashMap<>();

    /** Whether it is too early to try again. */
    boolean isPutOff(UUID tenant, Instant now) {
        PutOff last = tenants.get(tenant);
        return last != null && now.isBefore(last.againAt());
    }

    void failed(UUID tenant, Instant now) {
        tenants.compute(tenant, (same, last) -> {
            int failures = last == null ? 0 : last.failures();
            return new PutOff(failures + 1, now.plus(pause(failures)));
        });
    }

    void succeeded(UUID tenant) {
        tenants.remove(tenant);
    }

    int count() {
        return tenants.size();
    }

    private static Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
