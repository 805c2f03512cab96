package dev.remit.tickets.worklog;

import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
import dev.remit.psa.TimeEntryFacts.WorkPlace;
import dev.remit.tickets.connections.Translation;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The whole state of a time entry as other services hear of it, each time that it changes.
 *
 * @param workType null where the source gives none
 * @param start null where the source states hours alone, as is the end
 * @param date the local date of hours without times; null where there are times
 * @param unmapped the fields whose names nobody knows, so that the work must be held: role, workType; null for none
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
        LocalDate date,
        Long workedSeconds,
        WorkPlace place,
        boolean travel,
        Billable billable,
        boolean deleted,
        List<String> unmapped,
        Source source) {

    static final String TYPE = "TimeEntryRecorded";

    /** Who worked. */
    record Technician(String id, String name) {}

    /** Where it came from. */
    record Source(String connection, String externalId) {}

    /** The state without its revision, which is 0. */
    static TimeEntryRecorded of(
            Ticket ticket, PinnedTerms pin, Translation translation, TimeEntry entry, List<String> unmapped) {
        TimeEntryFacts facts = entry.facts();
        String name = facts.technician().name();
        boolean hoursOnly = facts.isHoursOnly();
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
                translation.role(facts.role()),
                hoursOnly ? null : facts.start(),
                hoursOnly ? null : facts.end(),
                hoursOnly ? facts.workDate(pin.zone()) : null,
                facts.workedSeconds(),
                facts.place(),
                facts.travel(),
                facts.billable(),
                entry.isDeleted(),
                unmapped.isEmpty() ? null : unmapped,
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
                date,
                workedSeconds,
                place,
                travel,
                billable,
                deleted,
                unmapped,
                source);
    }
}
