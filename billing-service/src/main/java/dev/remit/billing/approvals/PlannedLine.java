package dev.remit.billing.approvals;

import dev.remit.engines.ledger.PlannedWork;
import dev.remit.engines.scope.Place;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlannedQuoteLine", description = "Work that is planned: technicians who do the same side by side.")
public record PlannedLine(
        @NotBlank @Size(max = 500) @Schema(examples = "Move the workstations, two technicians on Saturday")
        String what,

        @Pattern(regexp = PlannedLine.NAME)
        @Schema(description = "As on the rate card. Absent: what the ruling charges the work as", examples = "ONSITE")
        String workType,

        @Pattern(regexp = PlannedLine.NAME) @Schema(description = "Of the technicians", examples = "SENIOR")
        String role,

        @Pattern(regexp = PlannedLine.NAME)
        @Schema(
                description =
                        "The client's site, whose hours and zone count. Absent: the client's zone, and each trip is one of its own",
                examples = "broad-street")
        String siteCode,

        @Schema(
                description = "When it begins. Absent: no time is planned, and all of it counts as business hours",
                examples = "2026-06-13T12:00:00Z")
        Instant start,

        @Min(1)
        @Max(PlannedLine.MOST_MINUTES)
        @Schema(
                description =
                        "Of each technician; with a start at most 31 days. Absent: no time is planned, only what the ruling's clause"
                                + " charges for the work item or its units",
                examples = "540")
        Integer minutes,

        @Min(1)
        @Max(PlannedLine.MOST_MINUTES)
        @Schema(description = "How many units, where the ruling's clause has a price for each", examples = "12")
        Long units,

        @Min(1) @Max(PlannedWork.MOST_TECHNICIANS) @Schema(description = "Absent: one", examples = "2")
        Integer technicians,

        @Schema(description = "Whether each of them travels there. Absent: no", examples = "true")
        Boolean travel,

        @Schema(description = "Where it is done. Absent: no rule for a place speaks of it")
        Place place) {

    static final int MOST_MINUTES = 1_000_000;
    static final int MOST_LINES = 50;
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9 _.-]{0,99}";

    /** Puts one technician and no trips where nothing is said. */
    public PlannedLine {
        technicians = technicians == null ? 1 : technicians;
        travel = travel != null && travel;
    }
}
