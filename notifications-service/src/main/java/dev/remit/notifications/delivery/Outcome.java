package dev.remit.notifications.delivery;

import dev.remit.notifications.outbound.OutboundAnswer;
import java.time.Duration;
import java.time.Instant;

/**
 * How one try went.
 *
 * @param at when it began, by the machine's time
 * @param answer null where none came
 * @param failure why none came; null where one did
 */
record Outcome(Instant at, Duration took, AttemptRequest request, OutboundAnswer answer, String failure) {
    private static final int GONE = 410;

    /** Any other answer than a 2xx is a failure, also a redirect, which is not followed. */
    boolean isDelivered() {
        return answer != null && answer.status() / 100 == 2;
    }

    /** Whether the receiver says that it is there no more, and wants nothing again. */
    boolean isGone() {
        return answer != null && answer.status() == GONE;
    }

    /** As meters name it. */
    String name() {
        if (answer == null) {
            return "no-answer";
        }
        return isDelivered() ? "delivered" : "refused";
    }
}
