package dev.remit.engines.sla;

import dev.remit.engines.InvalidInput;
import java.time.Duration;

/**
 * When a wait for the client is the client's time. It also ends at the client's next message, whatever the status says.
 *
 * @param questionWithin how far before or after the wait's start a public message must have been sent for the wait to
 *     count; null when none is needed
 * @param businessDays business days of the resolution calendar after which the wait becomes the MSP's time, 1 to 366;
 *     null when it never does
 */
public record ClientWaitRule(Duration questionWithin, Integer businessDays) {
    /** A question within 15 minutes, and five business days. */
    public static final ClientWaitRule USUAL = new ClientWaitRule(Duration.ofMinutes(15), 5);

    /** Every wait counts until it is ended. */
    public static final ClientWaitRule AS_RECORDED = new ClientWaitRule(null, null);

    private static final int MOST_DAYS = 366;

    /**
     * Checks both limits.
     *
     * @throws InvalidInput when one is out of bounds
     */
    public ClientWaitRule {
        if (questionWithin != null && questionWithin.isNegative()) {
            throw new InvalidInput("questionWithin", "must not be negative: " + questionWithin);
        }
        if (businessDays != null && (businessDays < 1 || businessDays > MOST_DAYS)) {
            throw new InvalidInput("businessDays", "must be 1 to " + MOST_DAYS + ": " + businessDays);
        }
    }
}
