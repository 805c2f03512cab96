package dev.remit.engines.compliance;

import dev.remit.engines.InvalidInput;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A month, a quarter or a year of the calendar, by local dates.
 *
 * @param first its first date
 */
public record CompliancePeriod(PeriodLength length, LocalDate first) {

    /** How it is written: {@code 2026-11}, {@code 2026-Q4} or {@code 2026}. */
    public static final String FORM = "2[0-9]{3}(-(0[1-9]|1[0-2]|Q[1-4]))?";

    private static final Pattern WRITTEN = Pattern.compile("(2[0-9]{3})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?");
    private static final int MONTHS_OF_A_QUARTER = 3;

    /** @throws InvalidInput if no such period begins on the date */
    public CompliancePeriod {
        InvalidInput.required(length, "length");
        if (!length.firstDate(InvalidInput.required(first, "first")).equals(first)) {
            throw new InvalidInput(
                    "first", "must be the first date of a " + length.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Reads {@code 2026-11}, {@code 2026-Q4} or {@code 2026}.
     *
     * @throws InvalidInput for anything else
     */
    public static CompliancePeriod parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new InvalidInput("", "must be a month as 2026-11, a quarter as 2026-Q4 or a year as 2026");
        }
        int year = Integer.parseInt(written.group(1));
        if (written.group(2) != null) {
            int month = Integer.parseInt(written.group(2));
            return PeriodLength.MONTH.around(LocalDate.of(year, month, 1));
        }
        if (written.group(3) != null) {
            int quarter = Integer.parseInt(written.group(3));
            return PeriodLength.QUARTER.around(LocalDate.of(year, quarter * MONTHS_OF_A_QUARTER, 1));
        }
        return PeriodLength.YEAR.around(LocalDate.of(year, 1, 1));
    }

    /** Its last date. */
    public LocalDate last() {
        return length.after(first).minusDays(1);
    }

    /** Whether it holds a date. */
    public boolean holds(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last());
    }

    /** How many dates it has. */
    public long days() {
        return ChronoUnit.DAYS.between(first, last()) + 1;
    }

    /** Its months in order. */
    public List<YearMonth> months() {
        return Stream.iterate(YearMonth.from(first), month -> month.plusMonths(1))
                .takeWhile(month -> !month.isAfter(YearMonth.from(last())))
                .toList();
    }

    /** The periods of some length of which it has a part, or that are a part of it, in order. */
    public List<CompliancePeriod> meeting(PeriodLength other) {
        return Stream.iterate(other.around(first), next -> other.around(other.after(next.first())))
                .takeWhile(next -> !next.first().isAfter(last()))
                .toList();
    }

    /** As it is written. */
    @Override
    public String toString() {
        return switch (length) {
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);
            case YEAR -> Integer.toString(first.getYear());
        };
    }
}
