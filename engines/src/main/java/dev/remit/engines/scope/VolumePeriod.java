package dev.remit.engines.scope;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Over what an included volume is counted: periods of the calendar, so that a new version starts no new count, or the term. */
public enum VolumePeriod {
    /** From the first of a month. */
    MONTH("a month"),
    /** From 1 January, April, July or October. */
    QUARTER("a quarter"),
    /** From 1 January. */
    YEAR("a year"),
    /** From the first to the last date of the version. */
    TERM("for the term");

    private final String words;

    VolumePeriod(String words) {
        this.words = words;
    }

    /** The first day of the period after one; null where there is none. */
    LocalDate next(LocalDate from) {
        return switch (this) {
            case MONTH -> from.plusMonths(1);
            case QUARTER -> from.plusMonths(3);
            case YEAR -> from.plusYears(1);
            case TERM -> null;
        };
    }

    /** As it reads after a number of things. */
    String words() {
        return words;
    }

    /**
     * The first day of the period that holds a date.
     *
     * @param termFrom the first date of the version; may be null where the period is none of the term
     */
    public LocalDate startOf(LocalDate date, LocalDate termFrom) {
        return switch (this) {
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
            case TERM -> termFrom;
        };
    }
}
