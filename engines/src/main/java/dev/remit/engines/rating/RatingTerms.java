package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

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

    /**
     * The midnights within some work on which it comes to cost something else.
     *
     * @param role may be null
     * @return after the start and before the end, in their order; none where the card has no rate for it
     */
    public List<Instant> rateChanges(String workType, String role, Instant start, Instant end) {
        if (workType == null) {
            return List.of();
        }
        List<Instant> midnights = new ArrayList<>(1);
        LocalDate before = localDate(start);
        for (LocalDate change : card.rateDates(workType, before, localDate(end))) {
            Instant midnight = change.atStartOfDay(zone()).toInstant();
            if (midnight.isAfter(start) && midnight.isBefore(end) && !card.costsAlike(workType, role, before, change)) {
                midnights.add(midnight);
                before = change;
            }
        }
        return midnights;
    }

    /** The local date of a moment, where the calendar is. */
    LocalDate localDate(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    private ZoneId zone() {
        return calendar.calendar().zone();
    }

    /** The date that an entry belongs to: that of its start, where the calendar is. */
    LocalDate localDate(TimeEntry entry) {
        return entry.date() != null ? entry.date() : localDate(entry.start());
    }
}
