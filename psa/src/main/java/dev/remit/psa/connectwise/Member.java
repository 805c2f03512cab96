package dev.remit.psa.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.psa.UnusablePayloadException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A member of the platform's JSON with the path that leads to it; forgiving about everything but meaning. */
record Member(JsonNode node, String path) {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    /** Digits before or after the point. A few more letters, such as 1e999999999, would fill the memory. */
    private static final int MOST_DIGITS = 20;

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    Member member(String name) {
        return new Member(node.path(name), path.isEmpty() ? name : path + "." + name);
    }

    /** The member's text (numbers as they are written); throws where there is none. */
    String text(String name) {
        return member(name).required();
    }

    /** The member's text, or null where it is absent, null or blank. */
    String textOrNull(String name) {
        return member(name).optional();
    }

    /** The member's instant, or null where it is absent, null or blank. */
    Instant instantOrNull(String name) {
        Member member = member(name);
        String text = member.optional();
        return text == null ? null : member.parseInstant(text);
    }

    Instant instant(String name) {
        Member member = member(name);
        return member.parseInstant(member.required());
    }

    /** Decimal hours as whole seconds, or null. */
    Long hoursAsSecondsOrNull(String name) {
        Member member = member(name);
        String text = member.optional();
        if (text == null) {
            return null;
        }
        try {
            long seconds = member.small(new BigDecimal(member.written(text)))
                    .multiply(SECONDS_PER_HOUR)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            if (seconds < 0) {
                throw member.unusable("is negative");
            }
            return seconds;
        } catch (ArithmeticException | NumberFormatException notHours) {
            throw member.unusable("is not a number of hours");
        }
    }

    /** A text that is short enough to be read as a number. */
    private String written(String text) {
        if (text.length() > 3 * MOST_DIGITS) {
            throw unusable("is too long for a number");
        }
        return text;
    }

    /** A number with which it is safe to reckon, and to write it out. */
    private BigDecimal small(BigDecimal number) {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > 2 * MOST_DIGITS) {
            throw unusable("is too large or too fine a number");
        }
        return number;
    }

    String required() {
        String text = optional();
        if (text == null) {
            throw unusable("is missing");
        }
        return text;
    }

    private String optional() {
        if (!node.isValueNode() || node.isNull()) {
            return null;
        }
        String text = node.isBigDecimal() ? small(node.decimalValue()).toPlainString() : node.asText();
        return text.isBlank() ? null : text.strip();
    }

    private Instant parseInstant(String text) {
        Instant instant;
        try {
            // Some exports put a space after each colon.
            instant = OffsetDateTime.parse(text.replace(" ", "")).toInstant();
        } catch (DateTimeException notAnInstant) {
            throw unusable("is not an instant: " + text);
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(END)) {
            throw unusable("is outside the years 1000 to 9999: " + text);
        }
        return instant;
    }

    UnusablePayloadException unusable(String what) {
        return new UnusablePayloadException(path, path + " " + what);
    }
}
