package dev.remit.notifications.letters;

import java.time.Instant;
import java.util.List;

/**
 * What happened in a week, counted.
 *
 * @param until the first instant after it
 * @param counts of all clients together
 * @param clients those of whom something was told, by name
 */
public record Week(Instant from, Instant until, List<Count> counts, List<ClientWeek> clients) {

    /** @param type such as {@code clock.breached} */
    public record Count(String type, long times) {}

    public record ClientWeek(String name, List<Count> counts) {}
}
