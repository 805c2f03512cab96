package dev.remit.psa;

import java.time.Instant;
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
 * @param workedSeconds the hours the source states, in seconds, at least 0; null if it states none
 * @param travel whether the technician travelled to the site for it
 * @param billable what the source says about billing it
 * @param notes free text; null if none
 * @param deleted whether the source has withdrawn the entry
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
        Long workedSeconds,
        boolean travel,
        Billable billable,
        String notes,
        boolean deleted)
        implements PsaFacts {

    public TimeEntryFacts {
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(sourceUpdatedAt, "sourceUpdatedAt");
        Objects.requireNonNull(ticketExternalId, "ticketExternalId");
        Objects.requireNonNull(technician, "technician");
        billable = billable == null ? Billable.BILLABLE : billable;
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

    /** What the source says about billing an entry. */
    public enum Billable {
        /** It may be billed. */
        BILLABLE,
        /** The source says that nobody shall be billed for it. */
        NOT_BILLABLE,
        /** The source counts it as covered by the recurring fee. */
        COVERED,
        /** The source has billed it itself. */
        BILLED_ELSEWHERE
    }
}
