package dev.remit.engines.agreement;

import dev.remit.engines.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long the client may contest a wait that stopped a clock.
 *
 * @param days whole local dates after the one on which it ended, or was heard of
 */
public record ContestPeriod(int days) {
    private static final int MOST_DAYS = 366;

    /** @throws InvalidInput unless it is 1 to 366 */
    public ContestPeriod {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidInput("contestWithinDays", "must be from 1 to " + MOST_DAYS);
        }
    }

    /**
     * The first moment at which it is too late.
     *
     * @param since when the wait ended or was heard of, whichever was later
     * @param zone that the agreement signs
     */
    public Instant end(Instant since, ZoneId zone) {
        return LocalDate.ofInstant(since, zone)
                .plusDays(days + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }
}
