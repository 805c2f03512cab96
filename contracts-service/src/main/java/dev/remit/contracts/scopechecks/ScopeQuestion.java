package dev.remit.contracts.scopechecks;

import dev.remit.contracts.Slug;
import dev.remit.contracts.agreements.terms.RateCard;
import dev.remit.contracts.agreements.terms.ScopeRule;
import dev.remit.contracts.agreements.terms.ServiceLevel;
import dev.remit.engines.scope.Place;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Work that somebody might ask for.
 *
 * @param clientCode for whom
 * @param on the local date by whose agreement it is judged; null for that of the start, else today
 * @param item a catalogue item chosen by hand
 * @param title what was asked for, in words
 * @param board the PSA's board or queue
 * @param type the PSA's type
 * @param subtype the PSA's subtype
 * @param psaItem the PSA's item
 * @param ticketClass the kind of ticket
 * @param priority its priority
 * @param siteCode the client's site
 * @param requesterName who asks, as the ticket would name them
 * @param requesterEmail their address
 * @param start when the work would start
 * @param workType what the work would be done as
 * @param role of whoever would do it
 * @param place where it would be done
 * @param minutes how long it would take
 * @param units how many units it would be, for a price by the unit
 * @param travel whether somebody would go there
 * @param used how many of an included volume were used before; null for as many as by the rulings given until now
 */
@Schema(description = "Work that somebody might ask for. The more of it is known, the more certain is the answer.")
record ScopeQuestion(
        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "whitfield-crane")
        String clientCode,

        @Schema(
                description = "The client's local date whose agreement judges. Absent: that of the start, else today.",
                examples = "2026-06-11")
        LocalDate on,

        @Pattern(regexp = Slug.FORM) @Schema(description = "A catalogue item chosen by hand.", examples = "office-move")
        String item,

        @Size(max = 500) @Schema(description = "What was asked for, in words.", examples = "Move to the new suite")
        String title,

        @Size(max = 200) @Schema(description = "The PSA's board or queue.")
        String board,

        @Size(max = 200) @Schema(description = "The PSA's type.")
        String type,

        @Size(max = 200) @Schema(description = "The PSA's subtype.")
        String subtype,

        @Size(max = 200) @Schema(description = "The PSA's item.")
        String psaItem,

        @Pattern(regexp = ScopeRule.TICKET_CLASS) @Schema(examples = "REQUEST")
        String ticketClass,

        @Pattern(regexp = ServiceLevel.PRIORITY) @Schema(examples = "P3")
        String priority,

        @Pattern(regexp = Slug.FORM) @Schema(description = "The client's site.", examples = "broad-street")
        String siteCode,

        @Size(min = 1, max = 200)
        @Schema(
                description = "Who asks, as the ticket would name them. Absent, as the address is: no rule for"
                        + " requesters applies.",
                examples = "Tom Okafor")
        String requesterName,

        @Size(min = 1, max = 254)
        @Schema(description = "The e-mail address of who asks.", examples = "tom.okafor@whitfield-crane.example")
        String requesterEmail,

        @Schema(description = "When the work would start; decides the surcharge.", examples = "2026-06-13T12:00:00Z")
        Instant start,

        @Pattern(regexp = RateCard.NAME)
        @Schema(
                description = "What the work would be done as. Absent: what the rule charges it as.",
                examples = "ONSITE")
        String workType,

        @Pattern(regexp = RateCard.NAME)
        @Schema(
                description = "The role of whoever would do it. Absent: no rule for a role applies.",
                examples = "SENIOR")
        String role,

        @Schema(description = "Where it would be done. Absent: no rule for a place applies.")
        Place place,

        @Min(1)
        @Max(MOST_MINUTES)
        @Schema(description = "How long it would take. Absent: what the rule says is usual.", examples = "540")
        Integer minutes,

        @Min(1)
        @Max(1_000_000)
        @Schema(
                description = "How many units it would be, where the rule has a price for each. Absent: nobody knows,"
                        + " and what they cost is not said.",
                examples = "12")
        Long units,

        @Schema(description = "Whether somebody would go there. Absent: no.")
        Boolean travel,

        @Min(0)
        @Max(1_000_000)
        @Schema(
                description =
                        "How many of an included volume were used before in its period: tickets, visits or hours. Absent:"
                                + " as many as by the rulings given and the work recorded until now.")
        Integer used) {

    /** A year of minutes. */
    private static final int MOST_MINUTES = 525_600;

    ScopeQuestion {
        travel = travel != null && travel;
    }
}
