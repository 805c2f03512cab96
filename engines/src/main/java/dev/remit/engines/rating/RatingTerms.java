package dev.remit.engines.rating;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What an entry is rated by.
 *
 * @param calendar tells the band of a moment, and the local date of an entry
 * @param card the prices
 */
public record RatingTerms(CompiledCalendar calendar, RateCard card) {

    /** Checks that both are there. */
    public RatingTerms {
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(card, "card");
    }

    /** The date that an entry belongs to: that of its start, where the calendar is. */
    LocalDate localDate(TimeEntry entry) {
        return entry.date() != null
                ? entry.date()
                : LocalDate.ofInstant(entry.start(), calendar.calendar().zone());
    }
}
