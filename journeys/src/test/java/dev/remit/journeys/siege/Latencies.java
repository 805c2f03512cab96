package dev.remit.journeys.siege;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long calls took, and what was answered that should not have been. Safe for many threads. */
final class Latencies {
    private static final int HUNDRED = 100;

    private final List<Duration> times = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());

    void add(Duration time) {
        times.add(time);
    }

    void addAll(Latencies others) {
        times.addAll(others.times);
        refusals.addAll(others.refusals);
    }

    void refused(String answer) {
        refusals.add(answer);
    }

    int count() {
        return times.size();
    }

    /** Answers other than success, in the order they came. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /**
     * The time within which this share of calls was answered.
     *
     * @param percent from 1 to 100
     * @throws IllegalStateException when nothing was measured
     */
    Duration percentile(int percent) {
        if (times.isEmpty()) {
            throw new IllegalStateException("Nothing was answered: " + refusals);
        }
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        int rank = Math.ceilDiv(sorted.size() * percent, HUNDRED);
        return sorted.get(rank - 1);
    }

    @Override
    public String toString() {
        return times.isEmpty()
                ? "nothing answered, " + refusals.size() + " refused"
                : "%d reads, p50 %d ms, p99 %d ms, longest %d ms, %d refused"
                        .formatted(
                                times.size(),
                                percentile(50).toMillis(),
                                percentile(99).toMillis(),
                                percentile(HUNDRED).toMillis(),
                                refusals.size());
    }
}
