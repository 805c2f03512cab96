package dev.remit.tickets.worklog;

import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
import dev.remit.psa.TimeEntryFacts.WorkPlace;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time entry as its source has it at one moment. */
@Schema(
        name = "TimeEntrySnapshot",
        description =
                "Optional members that are absent stay as they were, null says that there is none; deleted alone is no"
                        + " whenever it is absent. start, end and date are one: they are told together.",
        additionalProperties = Schema.False.class)
record TimeEntryRequest(
        @NotNull @Schema(description = "When the source last changed the entry; snapshots are ordered by it")
        Instant sourceUpdatedAt,

        @NotNull @Valid TicketReference ticket,

        @Valid @Schema(description = "Who worked; a person who leaves it out is meant")
        Technician technician,

        @Size(min = 1, max = 100)
        @Pattern(regexp = TimeEntryRequest.NOT_BLANK, message = "must not be blank")
        @Schema(description = "The source's name; the connection translates it. Absent where the source has none")
        String workType,

        @Size(min = 1, max = 100) String role,

        @Schema(description = "When the work began; absent where hours are stated on a date")
        Instant start,

        @Schema(description = "Not before start, and within ten years of it; absent where hours are stated")
        Instant end,

        @Schema(description = "The local date of hours that are stated without start and end")
        LocalDate date,

        @Min(0)
        @Max(31_622_400)
        @Schema(description = "What the source states as worked, in seconds; the span if absent")
        Long workedSeconds,

        @Pattern(regexp = "\\d{1,4}([.]\\d{1,6})?")
        @Schema(description = "The same in decimal hours; instead of workedSeconds", examples = "8.75")
        String statedHours,

        @Schema(description = "Where the work was done, where the source knows it")
        WorkPlace place,

        @Schema(description = "Whether the technician travelled to the site; no by default")
        Boolean travel,

        @Schema(description = "What the source says about billing; BILLABLE by default")
        Billable billable,

        @Size(max = 50_000) String notes,

        @Schema(description = "Whether the source has withdrawn the entry; no by default")
        Boolean deleted) {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 9000;

    static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    /** The ticket by the source's key, and the work item where the ticket has several. */
    @Schema(name = "TimeEntryTicket", additionalProperties = Schema.False.class)
    record TicketReference(
            @NotBlank @Size(max = 100) String externalId,

            @Schema(description = "For which of the ticket's work items; the first if absent")
            UUID workItemId) {}

    /** Who worked. */
    @Schema(name = "TimeEntrySnapshotTechnician", additionalProperties = Schema.False.class)
    record Technician(
            @NotBlank @Size(max = 100) String id,
            @NotBlank @Size(max = 200) String name) {}

    /**
     * @param worker who worked
     * @param author the person who writes; null for a source
     * @throws Problem validation, where fields contradict each other
     */
    TimeEntryFacts facts(String externalId, TimeEntryFacts.Technician worker, Author author) {
        return new TimeEntryFacts(
                externalId,
                sourceUpdatedAt,
                ticket.externalId(),
                worker,
                workType,
                role,
                start,
                end,
                date,
                worked(),
                place,
                Boolean.TRUE.equals(travel),
                billable,
                notes,
                Boolean.TRUE.equals(deleted),
                author);
    }

    /** @throws Problem validation, where there is not enough to say how long somebody worked and when */
    void check() {
        if (workedSeconds != null && statedHours != null) {
            throw Problem.invalid("statedHours", "must not stand beside workedSeconds", "either-or");
        }
        boolean hours = worked() != null && worked() > 0;
        if (date != null && (start != null || end != null)) {
            throw Problem.invalid("date", "must not stand beside start and end", "either-or");
        }
        if (date != null && !hours) {
            throw Problem.invalid("statedHours", "is needed with a date, and more than 0", "required");
        }
        if (date == null && start == null) {
            throw Problem.invalid("start", "is needed, or a date with statedHours", "required");
        }
        if (date == null && end == null && !hours) {
            throw Problem.invalid("end", "is needed, or statedHours", "required");
        }
        if (date != null && (date.getYear() < EARLIEST || date.getYear() > LATEST)) {
            throw Problem.invalid("date", "must be between the years 1900 and 9000", "range");
        }
        if (end != null && end.isBefore(start)) {
            throw Problem.invalid("end", "must not be before start", "order");
        }
    }

    /** The optional members of which a body says nothing, so that they stay as they were. */
    static Set<String> kept(Set<String> named) {
        Set<String> kept =
                new TreeSet<>(Set.of("workType", "role", "workedSeconds", "place", "travel", "billable", "notes"));
        kept.removeAll(named);
        if (named.contains("statedHours")) {
            kept.remove("workedSeconds");
        }
        return kept;
    }

    TimeEntryFacts.Technician worker() {
        return technician == null ? null : new TimeEntryFacts.Technician(technician.id(), technician.name());
    }

    private Long worked() {
        if (statedHours == null) {
            return workedSeconds;
        }
        return new BigDecimal(statedHours)
                .multiply(SECONDS_PER_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
