package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import java.util.Objects;

/**
 * A line that somebody gave away: it keeps its full value beside a discount of all of it.
 *
 * @param line as it was rated
 * @param person who decided
 * @param reason why
 */
public record Waiver(RatedLine line, String person, String reason) {

    /** Checks that a person and a reason stand for it. */
    public Waiver {
        Objects.requireNonNull(line, "line");
        if (person == null || person.isBlank()) {
            throw new InvalidInput("person", "is missing");
        }
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput("reason", "is missing");
        }
    }

    /** What the line would have billed. */
    public long discountMinor() {
        return line.billedMinor();
    }

    /** What is left to bill: nothing. */
    public long billedMinor() {
        return line.billedMinor() - discountMinor();
    }
}
