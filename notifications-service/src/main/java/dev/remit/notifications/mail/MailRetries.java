package dev.remit.notifications.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** After how long what a mail server did not take is tried again: for a day, since news of yesterday helps nobody. */
final class MailRetries {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(14));

    private MailRetries() {}

    /** @param failures how often it has failed, at least once; empty where that was the last try */
    static Optional<Duration> after(int failures) {
        return failures <= PAUSES.size() ? Optional.of(PAUSES.get(failures - 1)) : Optional.empty();
    }
}
