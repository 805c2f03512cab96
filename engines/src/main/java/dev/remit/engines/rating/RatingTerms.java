package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.LocalDate;

/**
 * What an entry is rated by.
 *
 * @param calendar tells the band of a moment, and the local date of an entry
 * @param card the prices
 */
public record RatingTerms(
        CompiledCalendar calendar, @JsonProperty("rateCard") RateCard card) {

    /** Checks that both are there. */
    public RatingTerms {
        InvalidInput.required(calendar, "calendar");
        InvalidInput.required(card, "rateCard");
    }

    /** The same terms for one rating that may take only so many steps; they are not to be shared. */
    RatingTerms within(StepBudget budget) {
        return new RatingTerms(calendar.calendar().compile(budget), card);
    }

    /** The date that an entry belongs to: that of its start, where the calendar is. */
    LocalDate localDate(TimeEntry entry) {
        return entry.date() != null
                ? entry.date()
                : LocalDate.ofInstant(entry.start(), calendar.calendar().zone());
    }
}
