package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import dev.remit.engines.sla.ClockKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the terms come to in a case: the price of some work, or when a target is due. One of {@code work} and
 * {@code target} is given.
 *
 * @param title the case in a line
 * @param work work and its price
 * @param target a ticket and when its target is due
 */
@Schema(
        name = "WorkedExample",
        description =
                "What the terms come to in a case. Give just one of work and target. Lint computes it, and a wrong"
                        + " one cannot be proposed.")
public record Example(
        @NotBlank @Size(max = 200) @Schema(examples = "Two technicians on a Saturday, 8:00 to 17:00")
        String title,

        @Valid Work work,
        @Valid Target target) {

    /** The form of a local date and time. */
    static final String LOCAL =
            "^2[0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]$";

    /**
     * Work and what it costs without tax.
     *
     * @param workType as on the rate card
     * @param role of the technicians; null for any
     * @param site where it is done; null for no site
     * @param from local time of the site
     * @param to local time of the site
     * @param technicians how many do it side by side; null is one
     * @param travel whether each of them travels
     * @param amount that it comes to; null where it is asked for
     */
    @Schema(name = "ExampleOfWork", description = "Work and what it costs without tax.")
    public record Work(
            @NotNull @Pattern(regexp = RateCard.NAME) @Schema(examples = "ONSITE")
            String workType,

            @Pattern(regexp = RateCard.NAME) String role,

            @Pattern(regexp = Slug.FORM) @Schema(description = "Absent: at no site.", examples = "broad-street")
            String site,

            @NotNull
            @Pattern(regexp = LOCAL)
            @Schema(description = "Local time of the site.", examples = "2026-06-20T08:00")
            String from,

            @NotNull
            @Pattern(regexp = LOCAL)
            @Schema(description = "Local time of the site.", examples = "2026-06-20T17:00")
            String to,

            @Min(1) @Max(100) @Schema(description = "Side by side. Absent: one.", examples = "2")
            Integer technicians,

            @Schema(description = "Whether each of them travels. Absent: no.")
            Boolean travel,

            @Pattern(regexp = RateCard.AMOUNT)
            @Schema(description = "Absent only where it is asked for; terms state it.", examples = "4200.00")
            String amount) {}

    /**
     * A ticket and when one of its targets is due, if nothing stops the clock.
     *
     * @param priority of the ticket
     * @param ticketClass of the ticket; null for any
     * @param clock whose target
     * @param site of the ticket; null for no site
     * @param from when the clock starts, in local time of the site
     * @param due in local time of the site; null where it is asked for
     */
    @Schema(
            name = "ExampleOfTarget",
            description = "A ticket and when one of its targets is due, if nothing stops the clock.")
    public record Target(
            @NotNull @Pattern(regexp = ServiceLevel.PRIORITY) @Schema(examples = "P2")
            String priority,

            @Pattern(regexp = ScopeRule.TICKET_CLASS) String ticketClass,
            @NotNull ClockKind clock,

            @Pattern(regexp = Slug.FORM) @Schema(description = "Absent: at no site.")
            String site,

            @NotNull
            @Pattern(regexp = LOCAL)
            @Schema(description = "Local time of the site.", examples = "2026-06-05T16:30")
            String from,

            @Pattern(regexp = LOCAL)
            @Schema(
                    description = "Local time of the site. Absent only where it is asked for; terms state it.",
                    examples = "2026-06-08T09:30")
            String due) {}
}
