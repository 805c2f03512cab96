package dev.remit.engines.sla;

import dev.remit.engines.InvalidInput;
import java.util.Objects;

/**
 * A moment of each cycle of a clock at which something is to be done: when a share of the target is used up, or so much working
 * time before or after all of it is.
 *
 * @param key tells it from other marks
 * @param percent of the target, 1 to 1000; null where the next says when
 * @param secondsFromDue of working time after the due moment, below 0 before it; null where {@code percent} says when
 */
public record ClockMark(String key, ClockKind clock, Integer percent, Long secondsFromDue) {
    private static final int WHOLE = 100;
    private static final int MOST_PERCENT = 1000;

    /** @throws InvalidInput unless exactly one of both says when, and a percentage is 1 to 1000 */
    public ClockMark {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(clock, "clock");
        if ((percent == null) == (secondsFromDue == null)) {
            throw new InvalidInput("percent", "or secondsFromDue must say when, and not both");
        }
        if (percent != null && (percent < 1 || percent > MOST_PERCENT)) {
            throw new InvalidInput("percent", "must be from 1 to " + MOST_PERCENT);
        }
    }

    /** How much of the working time is used up then; a mark before the start stands at the start. */
    long usedSeconds(long target) {
        return percent == null
                ? Math.max(0, Math.addExact(target, secondsFromDue))
                : Math.ceilDiv(Math.multiplyExact(target, percent), WHOLE);
    }
}
