package dev.remit.engines.compliance;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Over what compliance is counted. */
public enum PeriodLength {
    /** From the first of a month. */
    MONTH,
    /** From 1 January, April, July or October. */
    QUARTER,
    /** From 1 January. */
    YEAR;

    /** The period that holds a date. */
    public CompliancePeriod around(LocalDate date) {
        return new CompliancePeriod(this, firstDate(date));
    }

    LocalDate firstDate(LocalDate date) {
        return switch (this) {
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    LocalDate after(LocalDate first) {
        return switch (this) {
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(3);
            case YEAR -> first.plusYears(1);
        };
    }
}
