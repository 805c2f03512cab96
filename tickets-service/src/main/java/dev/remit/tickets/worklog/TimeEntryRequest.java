package dev.remit.tickets.worklog;

import dev.remit.kit.problem.Problem;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A time entry as its source has it at one moment. */
@Schema(name = "TimeEntrySnapshot", additionalProperties = Schema.False.class)
record TimeEntryRequest(
        @NotNull @Schema(description = "When the source last changed the entry; snapshots are ordered by it")
        Instant sourceUpdatedAt,

        @NotNull @Valid TicketReference ticket,
        @NotNull @Valid Technician technician,

        @Size(min = 1, max = 100)
        @Pattern(regexp = TimeEntryRequest.NOT_BLANK, message = "must not be blank")
        @Schema(description = "The source's name; the connection translates it. Absent where the source has none")
        String workType,

        @Size(min = 1, max = 100) String role,
        @NotNull Instant start,

        @NotNull @Schema(description = "Not before start, and within ten years of it")
        Instant end,

        @Min(0)
        @Max(31_622_400)
        @Schema(description = "What the source states as worked, in seconds; the span if absent")
        Long workedSeconds,

        @Pattern(regexp = "\\d{1,4}([.]\\d{1,6})?")
        @Schema(description = "The same in decimal hours; instead of workedSeconds", examples = "8.75")
        String statedHours,

        @Schema(description = "Whether the technician travelled to the site; no by default")
        Boolean travel,

        @Schema(description = "What the source says about billing; BILLABLE by default")
        Billable billable,

        @Size(max = 50_000) String notes,

        @Schema(description = "Whether the source has withdrawn the entry; no by default")
        Boolean deleted) {

    static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    /** The ticket by the source's key, and the work item where the ticket has several. */
    @Schema(name = "TimeEntryTicket", additionalProperties = Schema.False.class)
    record TicketReference(
            @NotBlank @Size(max = 100) String externalId,

            @Schema(description = "For which of the ticket's work items; the first if absent")
            UUID workItemId) {}

    /** Who worked. */
    @Schema(additionalProperties = Schema.False.class)
    record Technician(
            @NotBlank @Size(max = 100) String id,
            @NotBlank @Size(max = 200) String name) {}

    /** @throws Problem validation, where fields contradict each other */
    TimeEntryFacts facts(String externalId) {
        if (end.isBefore(start)) {
            throw Problem.invalid("end", "must not be before start", "order");
        }
        if (workedSeconds != null && statedHours != null) {
            throw Problem.invalid("statedHours", "must not stand beside workedSeconds", "either-or");
        }
        return new TimeEntryFacts(
                externalId,
                sourceUpdatedAt,
                ticket.externalId(),
                new TimeEntryFacts.Technician(technician.id(), technician.name()),
                workType,
                role,
                start,
                end,
                worked(),
                Boolean.TRUE.equals(travel),
                billable,
                notes,
                Boolean.TRUE.equals(deleted));
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
