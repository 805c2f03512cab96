package dev.remit.engines.scope;

import java.time.LocalDate;

/** Over what an included volume is counted: periods of the calendar, so that a new version starts no new count. */
public enum VolumePeriod {
    /** From the first of a month. */
    MONTH,
    /** From 1 January. */
    YEAR;

    /** The first day of the period that holds a date. */
    public LocalDate startOf(LocalDate date) {
        return this == MONTH ? date.withDayOfMonth(1) : date.withDayOfYear(1);
    }
}
