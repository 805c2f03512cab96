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

    /**
     * The pause after a failure; empty where it was that of the last try.
     *
     * @param failures how often it has failed, at least once
     * @param asked for how long the receiver asked to be left alone: heeded where it is longer than the pause, up to a day
     */
    static Optional<Duration> after(int failures, Duration asked) {
        return failures <= PAUSES.size()
                ? Optional.of(longer(PAUSES.get(failures - 1), shorter(asked, PAUSES.getLast())))
                : Optional.empty();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
