package dev.remit.notifications.delivery;

import dev.remit.notifications.outbound.OutboundAnswer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * How one try went.
 *
 * @param at when it began, by the machine's time
 * @param answer null where none came
 * @param failure why none came; null where one did
 */
record Outcome(Instant at, Duration took, AttemptRequest request, OutboundAnswer answer, String failure) {
    private static final int GONE = 410;
    /** More than nine digits would be decades. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    /** Any other answer than a 2xx is a failure, also a redirect, which is not followed. */
    boolean isDelivered() {
        return answer != null && answer.status() / 100 == 2;
    }

    /** Whether the receiver says that it is there no more, and wants nothing again. */
    boolean isGone() {
        return answer != null && answer.status() == GONE;
    }

    /** For how long the receiver asks to be left alone; no time where it does not say so in a form of RFC 9110. */
    Duration retryAfter() {
        String asked = answer == null ? null : answer.fields().get("retry-after");
        if (asked == null) {
            return Duration.ZERO;
        }
        try {
            return SECONDS.matcher(asked).matches()
                    ? Duration.ofSeconds(Long.parseLong(asked))
                    : Duration.between(at, DateTimeFormatter.RFC_1123_DATE_TIME.parse(asked, Instant::from));
        } catch (DateTimeParseException unreadable) {
            return Duration.ZERO;
        }
    }

    /** As meters name it. */
    String name() {
        if (answer == null) {
            return "no-answer";
        }
        return isDelivered() ? "delivered" : "refused";
    }
}
