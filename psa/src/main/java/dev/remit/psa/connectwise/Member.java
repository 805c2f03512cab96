package dev.remit.psa.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.psa.UnusablePayloadException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** A member of the platform's JSON with the path that leads to it; forgiving about everything but meaning. */
record Member(JsonNode node, String path) {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

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
            long seconds = new BigDecimal(text)
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
        String text =
                node.isBigDecimal() || node.isDouble() ? node.decimalValue().toPlainString() : node.asText();
        return text.isBlank() ? null : text.strip();
    }

    private Instant parseInstant(String text) {
        try {
            // Some exports put a space after each colon.
            return OffsetDateTime.parse(text.replace(" ", "")).toInstant();
        } catch (DateTimeParseException notAnInstant) {
            throw unusable("is not an instant: " + text);
        }
    }

    UnusablePayloadException unusable(String what) {
        return new UnusablePayloadException(path, path + " " + what);
    }
}
