package dev.remit.engines.rating;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Fraction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry of a case as a simulation takes it and evidence keeps it. What may be absent is null.
 *
 * @param date of hours that are stated without times, which then have neither start nor end
 * @param workedSeconds the hours that the source states
 * @param laterTerms further terms that apply from a moment within the work
 * @param travel whether a trip was made; the next two say how long and how far
 */
record EntryText(
        String id,
        String workType,
        LocalDate date,
        Instant start,
        Instant end,
        Long workedSeconds,
        String role,
        String ticket,
        String technician,
        String site,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unscheduled,
        String cap,
        String terms,
        List<TimeEntry.LaterTerms> laterTerms,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean travel,
        Long travelMinutes,
        Fraction distance) {

    static EntryText of(TimeEntry entry) {
        boolean dated = entry.date() != null;
        TimeEntry.Trip trip = entry.trip();
        return new EntryText(
                entry.id(),
                entry.workType(),
                entry.date(),
                dated ? null : entry.start(),
                dated ? null : entry.end(),
                dated ? Long.valueOf(entry.spanSeconds()) : entry.workedSeconds(),
                entry.role(),
                entry.ticket(),
                entry.technician(),
                entry.site(),
                entry.unscheduled(),
                entry.cap(),
                entry.terms(),
                entry.laterTerms().isEmpty() ? null : entry.laterTerms(),
                trip != null,
                trip == null ? null : trip.minutes(),
                trip == null ? null : trip.distance());
    }

    /**
     * The entry that it says.
     *
     * @throws InvalidInput naming the member that is wrong
     */
    TimeEntry entry() {
        required(id, "id");
        required(workType, "workType");
        if (workedSeconds != null && (workedSeconds < 0 || workedSeconds > Integer.MAX_VALUE)) {
            throw new InvalidInput("workedSeconds", "must be from 0 to " + Integer.MAX_VALUE);
        }
        TimeEntry.Trip trip = new TimeEntry.Trip(travelMinutes, distance);
        return (date == null ? timed() : dated())
                .role(role)
                .trip(travel ? trip : null)
                .ticket(ticket)
                .visit(technician, site)
                .unscheduled(unscheduled)
                .cap(cap)
                .terms(terms)
                .laterTerms(laterTerms)
                .build();
    }

    private TimeEntry.Builder timed() {
        return TimeEntry.of(id, workType, required(start, "start"), required(end, "end"))
                .workedSeconds(workedSeconds);
    }

    private TimeEntry.Builder dated() {
        if (start != null || end != null) {
            throw new InvalidInput(start != null ? "start" : "end", "does not go with a date");
        }
        return TimeEntry.on(id, workType, date, required(workedSeconds, "workedSeconds"));
    }
}
