package dev.remit.psa;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * One snapshot of a time entry, as its source had it at {@code sourceUpdatedAt}.
 *
 * @param externalId the source's key of the entry
 * @param sourceUpdatedAt when the source last changed it
 * @param ticketExternalId the source's key of the ticket it was booked on
 * @param technician who worked
 * @param workType the source's name of the kind of work; null if none
 * @param role the source's name of the technician's role; null if none
 * @param start when the work began; null if the source only states hours
 * @param end when it ended, never before {@code start}; null if the source only states hours
 * @param date the local date of the work, where the source states hours and no times; else null
 * @param workedSeconds the hours the source states, in seconds, at least 0; null if it states none, or just the span
 * @param place where the work was done; null if the source does not say
 * @param travel whether the technician travelled to the site for it
 * @param billable what the source says about billing it
 * @param notes free text; null if none
 * @param deleted whether the source has withdrawn the entry
 * @param author the person who wrote it; null where the source itself says so
 */
public record TimeEntryFacts(
        String externalId,
        Instant sourceUpdatedAt,
        String ticketExternalId,
        Technician technician,
        String workType,
        String role,
        Instant start,
        Instant end,
        LocalDate date,
        Long workedSeconds,
        WorkPlace place,
        boolean travel,
        Billable billable,
        String notes,
        boolean deleted,
        Author author)
        implements PsaFacts {

    public TimeEntryFacts {
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(sourceUpdatedAt, "sourceUpdatedAt");
        Objects.requireNonNull(ticketExternalId, "ticketExternalId");
        Objects.requireNonNull(technician, "technician");
        if (start != null && end != null && workedSeconds != null && !start.equals(end)) {
            workedSeconds = workedSeconds == Duration.between(start, end).toSeconds() ? null : workedSeconds;
        }
        billable = billable == null ? Billable.BILLABLE : billable;
    }

    /** Whether the source states hours alone: on a date, or with no more than a start. */
    public boolean isHoursOnly() {
        return start == null || end == null || (start.equals(end) && workedSeconds != null && workedSeconds > 0);
    }

    /** Whether there is enough to say how long somebody worked, and when. */
    public boolean isComplete() {
        boolean hours = workedSeconds != null && workedSeconds > 0;
        return (start != null && (end != null || hours)) || (date != null && hours);
    }

    /**
     * The local date of the work.
     *
     * @param zone of the place
     */
    public LocalDate workDate(ZoneId zone) {
        return date != null ? date : LocalDate.ofInstant(start, zone);
    }

    /**
     * Who worked.
     *
     * @param id the source's key of the person
     * @param name as shown to the client; null if the source sends none
     */
    public record Technician(String id, String name) {

        public Technician {
            Objects.requireNonNull(id, "id");
        }
    }

    /** Where work is done. */
    public enum WorkPlace {
        /** At a site of the client. */
        ONSITE,
        /** From afar. */
        REMOTE
    }

    /** What the source says about billing an entry. */
    public enum Billable {
        /** It may be billed. */
        BILLABLE,
        /** The source says that nobody shall be billed for it. */
        NOT_BILLABLE,
        /** Nobody has approved it at the source yet, so that it may not be billed. */
        NOT_APPROVED,
        /** The source counts it as covered by the recurring fee. */
        COVERED,
        /** The source has billed it itself. */
        BILLED_ELSEWHERE
    }
}
