package dev.remit.kit.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Reads moments and dates as callers write them, within what the database can hold. */
public final class TimeForms {
    /** What a DATETIME column can hold. */
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private TimeForms() {}

    /** @throws java.time.DateTimeException or IllegalArgumentException, when it is none or out of range */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(EARLIEST) || !instant.isBefore(END)) {
            throw new IllegalArgumentException("out of range");
        }
        return instant;
    }

    /** @throws java.time.DateTimeException or IllegalArgumentException, when it is none or out of range */
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException("out of range");
        }
        return date;
    }
}
