package dev.remit.tickets;

import dev.remit.kit.problem.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** Reads query parameters as strictly as bodies are read. */
public final class QueryValues {
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private QueryValues() {}

    /** Null for an absent parameter. */
    public static <E extends Enum<E>> E oneOf(String name, String text, Class<E> type) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        name, "must be one of " + Arrays.toString(type.getEnumConstants()), "invalid-value"));
    }

    /** Null for an absent parameter. */
    public static Instant instant(String name, String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (!instant.isBefore(EARLIEST) && instant.isBefore(END)) {
                return instant;
            }
        } catch (DateTimeException malformed) {
            // Falls to the one answer for what is no moment that we can read.
        }
        throw Problem.invalid(name, "must be an instant in UTC such as 2026-06-20T21:30:00Z", "invalid-value");
    }
}
