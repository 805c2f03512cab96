package dev.remit.engines.ledger;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.SiteZone;
import dev.remit.engines.rating.TimeEntry;
import dev.remit.engines.rating.TripDay;
import dev.remit.engines.scope.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * One time entry as it stands: what was done, by whom, for which work item.
 *
 * @param clientId null until the ticket's client is known
 * @param workItemId null until the entry names one
 * @param site code of the place; null where it is not known
 * @param zone of the place, whose calendar dates the work
 * @param workType null where the source names none
 * @param role of the technician; may be null
 * @param workedSeconds hours that the source states, which count up to the span; null where the span counts
 * @param where it was done, on site or remotely; null where it is not known
 * @param timeless the source states hours on a date and no times; they are then counted from the date's first moment
 * @param travel whether a trip was made for it
 * @param unmapped its role or work type has a name that means nothing here, so that a person must look first
 * @param deleted the source took it back
 * @param factsHash of all that money depends on, so that the same hash is the same work
 * @param knownAt when it became known as it stands
 */
public record WorkEntry(
        UUID id,
        UUID clientId,
        UUID ticketId,
        UUID workItemId,
        String technician,
        String site,
        ZoneId zone,
        String workType,
        String role,
        Instant start,
        Instant end,
        Long workedSeconds,
        Place where,
        boolean timeless,
        boolean travel,
        Billability billable,
        boolean unmapped,
        boolean deleted,
        String factsHash,
        Instant knownAt) {

    private static final long SECONDS_A_MINUTE = 60;

    /** Where it was done. */
    public SiteZone siteZone() {
        return new SiteZone(site, zone);
    }

    /** The local date that the entry belongs to: that of its start. */
    public LocalDate workDate() {
        return LocalDate.ofInstant(start, zone);
    }

    /** The visit that its trip belongs to; empty where technician or site is not known. */
    public Optional<TripDay> visit() {
        return TripDay.of(technician, site, workDate());
    }

    /** The seconds to be billed: what the source states, never more than the span. */
    long billedSeconds() {
        long span = end.getEpochSecond() - start.getEpochSecond();
        return workedSeconds == null ? span : Math.min(workedSeconds, span);
    }

    /** What the source states, in begun minutes, for work that nothing prices. */
    long begunMinutes() {
        return Math.ceilDiv(Math.max(0, billedSeconds()), SECONDS_A_MINUTE);
    }

    /** Whether the rating engine takes what the entry states, apart from its rate. */
    boolean isRateable() {
        try {
            return timeEntry("entry").build() != null;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    /** Whether it tells how long was worked. */
    boolean hasUsableTimes() {
        return timeless ? end.isAfter(start) : isRateable();
    }

    TimeEntry.Builder timeEntry(String name) {
        return timeless
                ? TimeEntry.on(name, workType, workDate(), billedSeconds())
                : TimeEntry.of(name, workType, start, end).workedSeconds(workedSeconds);
    }
}
