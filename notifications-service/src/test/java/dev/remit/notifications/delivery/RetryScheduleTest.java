package dev.remit.notifications.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.notifications.outbound.OutboundAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receiver may ask for a longer pause, never for a shorter one, and for a day at most. */
class RetryScheduleTest {
    private static final Instant TRIED_AT = Instant.parse("2026-06-11T19:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, PT0S, PT5S",
        "1, PT4S, PT5S",
        "1, PT6S, PT6S",
        "1, PT25H, PT24H",
        "3, PT10M, PT30M",
        "3, PT31M, PT31M",
        "9, PT1S, PT24H",
        "2, PT-1H, PT5M",
    })
    void theLongerPauseCounts(int failures, Duration asked, Duration pause) {
        assertEquals(Optional.of(pause), RetrySchedule.after(failures, asked));
    }

    @Test
    void afterTheLastTryNothingIsAskedFor() {
        assertEquals(Optional.empty(), RetrySchedule.after(10, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | PT2M",
                "Thu, 11 Jun 2026 20:00:00 GMT | PT1H",
                "Thu, 11 Jun 2026 18:00:00 GMT | PT-1H",
                "soon | PT0S",
                "-5 | PT0S",
                "99999999999999999999 | PT0S",
                "1.5 | PT0S",
            })
    void whatIsAskedForIsSecondsOrADate(String field, Duration asked) {
        assertEquals(asked, answered(Map.of("retry-after", field)).retryAfter());
    }

    @Test
    void whoAsksForNothingIsTriedOnTheSchedule() {
        assertEquals(Duration.ZERO, answered(Map.of()).retryAfter());
        assertEquals(Duration.ZERO, new Outcome(TRIED_AT, Duration.ZERO, null, null, "No answer came.").retryAfter());
    }

    private static Outcome answered(Map<String, String> fields) {
        return new Outcome(TRIED_AT, Duration.ZERO, null, new OutboundAnswer(503, fields, "", false), null);
    }
}
