package dev.remit.tickets.worklog;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
import dev.remit.tickets.intake.AuthorView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time entry as callers see it.
 *
 * @param ticketId absent until the ticket has arrived
 * @param workItemId absent until it is clear for which work item it is
 * @param workType absent where the source gives none
 * @param start absent where the source states hours alone
 * @param date the local date of hours without times; absent where the source gives a start
 * @param source who says so
 * @param revision how often its state was told to other services; 0 before the first time
 */
@Schema(name = "TimeEntry")
public record TimeEntryView(
        UUID id,
        String externalId,
        @MayBeAbsent UUID ticketId,
        String ticketExternalId,
        @MayBeAbsent UUID workItemId,
        int revision,
        Instant sourceUpdatedAt,
        Technician technician,
        @MayBeAbsent String workType,
        @MayBeAbsent String role,
        @MayBeAbsent Instant start,
        @MayBeAbsent Instant end,
        @MayBeAbsent LocalDate date,
        @MayBeAbsent Long workedSeconds,
        boolean travel,
        Billable billable,
        boolean deleted,
        AuthorView source,
        Instant knownAt) {

    /** Who worked. */
    @Schema(name = "TimeEntryTechnician")
    public record Technician(String id, @MayBeAbsent String name) {}

    static TimeEntryView of(TimeEntry entry) {
        TimeEntryFacts facts = entry.facts();
        return new TimeEntryView(
                entry.id(),
                entry.externalId(),
                entry.ticketId().orElse(null),
                entry.ticketExternalId(),
                entry.workItemId().orElse(null),
                entry.revision(),
                facts.sourceUpdatedAt(),
                new Technician(facts.technician().id(), facts.technician().name()),
                facts.workType(),
                facts.role(),
                facts.start(),
                facts.end(),
                facts.date(),
                facts.workedSeconds(),
                facts.travel(),
                facts.billable(),
                entry.isDeleted(),
                AuthorView.of(facts.author()),
                entry.knownAt());
    }
}
