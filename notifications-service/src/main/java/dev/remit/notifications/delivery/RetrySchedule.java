package dev.remit.notifications.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** After how long what failed is tried again: a hiccup costs seconds, and a receiver that is down for days loses nothing. */
final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /** @param failures how often it has failed, at least once; empty where that was the last try */
    static Optional<Duration> after(int failures) {
        return failures <= PAUSES.size() ? Optional.of(PAUSES.get(failures - 1)) : Optional.empty();
    }
}
