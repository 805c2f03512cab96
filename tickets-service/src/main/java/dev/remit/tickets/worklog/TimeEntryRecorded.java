package dev.remit.tickets.worklog;

import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
import dev.remit.tickets.connections.Translation;
import dev.remit.tickets.intake.Pin;
import dev.remit.tickets.intake.Ticket;
import java.time.Instant;
import java.util.UUID;

/**
 * The whole state of a time entry as other services hear of it, each time that it changes.
 *
 * @param workType null where the source gives none
 */
record TimeEntryRecorded(
        UUID timeEntryId,
        int revision,
        UUID ticketId,
        UUID workItemId,
        UUID clientId,
        String clientCode,
        String siteCode,
        String siteZone,
        Technician technician,
        String workType,
        String role,
        Instant start,
        Instant end,
        Long workedSeconds,
        boolean travel,
        Billable billable,
        boolean deleted,
        Source source) {

    static final String TYPE = "TimeEntryRecorded";

    /** Who worked. */
    record Technician(String id, String name) {}

    /** Where it came from. */
    record Source(String connection, String externalId) {}

    /** The state without its revision, which is 0. */
    static TimeEntryRecorded of(Ticket ticket, Pin pin, Translation translation, TimeEntry entry) {
        TimeEntryFacts facts = entry.facts();
        String name = facts.technician().name();
        return new TimeEntryRecorded(
                entry.id(),
                0,
                ticket.id(),
                entry.workItemId().orElseThrow(),
                pin.clientId(),
                pin.clientCode(),
                pin.siteCode(),
                pin.zone().getId(),
                new Technician(
                        facts.technician().id(),
                        name == null ? facts.technician().id() : name),
                translation.workType(facts.workType()),
                facts.role(),
                facts.start(),
                facts.end(),
                facts.workedSeconds(),
                facts.travel(),
                facts.billable(),
                entry.isDeleted(),
                new Source(ticket.connectionName(), entry.externalId()));
    }

    TimeEntryRecorded as(int itsRevision) {
        return new TimeEntryRecorded(
                timeEntryId,
                itsRevision,
                ticketId,
                workItemId,
                clientId,
                clientCode,
                siteCode,
                siteZone,
                technician,
                workType,
                role,
                start,
                end,
                workedSeconds,
                travel,
                billable,
                deleted,
                source);
    }
}
