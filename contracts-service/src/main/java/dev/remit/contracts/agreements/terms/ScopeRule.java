package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.scope.Place;
import dev.remit.engines.scope.RulePrice;
import dev.remit.engines.scope.ScopeRule.Approval;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.engines.scope.VolumeUnit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a clause says of one catalogue item, of a category of items, or of everything that no other rule names. Just one
 * of {@code item}, {@code category} and {@code catchAll} is given.
 *
 * @param clause the clause it puts into practice
 * @param item a catalogue item's code
 * @param category a category of catalogue items
 * @param catchAll true for whatever no other rule names
 * @param treatment what becomes of it
 * @param when when the rule applies; null for always
 * @param price what EXTRA work costs; null for by the hour
 * @param surcharge what INCLUDED work costs on top of the fee; null for nothing
 * @param includedVolume how much is included before the rest is EXTRA; only where a rule names an item or a category
 * @param workType the rate card's work type by which EXTRA work is priced
 * @param estimateMinutes how long the work usually takes
 * @param approval whether the client must approve before work starts; null leaves it to the treatment
 */
@Schema(
        description =
                "What a clause says of one catalogue item, of a category, or of everything that no other rule names."
                        + " Give just one of item, category and catchAll.")
public record ScopeRule(
        @NotNull @Pattern(regexp = Clause.ID) @Schema(examples = "4.2")
        String clause,

        @Pattern(regexp = Slug.FORM) @Schema(description = "A catalogue item's code.", examples = "office-move")
        String item,

        @Pattern(regexp = Slug.FORM) @Schema(description = "A category of catalogue items.", examples = "projects")
        String category,

        @Schema(description = "True for whatever no other rule names.")
        Boolean catchAll,

        @NotNull Treatment treatment,
        @Valid Conditions when,

        @Valid @Schema(description = "What EXTRA work costs. Absent: by the hour.")
        Price price,

        @Valid @Schema(description = "What INCLUDED work costs on top of the fee. Absent: nothing.")
        Surcharge surcharge,

        @Valid
        @Schema(description = "Included up to here, EXTRA beyond; only for a rule that names an item or a category.")
        IncludedVolume includedVolume,

        @Pattern(regexp = RateCard.NAME)
        @Schema(description = "The rate card's work type that prices EXTRA work.", examples = "ONSITE")
        String workType,

        @Min(1) @Max(525_600) @Schema(description = "How long the work usually takes.", examples = "1080")
        Integer estimateMinutes,

        @Schema(description = "Whether the client approves before work starts. Absent: needed for EXTRA.")
        Approval approval) {

    /** The kinds of ticket that terms tell apart. */
    public static final String TICKET_CLASS = "^(?:INCIDENT|REQUEST|PROJECT|ALERT)$";

    /**
     * When a rule applies; each list that is not empty must contain the ticket's or the work's value. What is asked of
     * the ticket is known when it is ruled, what is asked of the work when the work is done or planned.
     *
     * @param ticketClasses the kinds of ticket
     * @param priorities the priorities
     * @param sites codes of the client's sites
     * @param requesters who asks: e-mail addresses or names as tickets carry them, in whatever case
     * @param bands when the work is done
     * @param workTypes the rate card's work types that it is done as
     * @param roles the roles of the technicians who do it
     * @param places where it is done
     */
    @Schema(
            name = "ScopeConditions",
            description = "When a rule applies; each list given must contain the ticket's or the work's own value.")
    public record Conditions(
            @Size(max = 20) @Schema(examples = "[\"REQUEST\"]")
            List<@NotNull @Pattern(regexp = TICKET_CLASS) String> ticketClasses,

            @Size(max = 20) List<@NotNull @Pattern(regexp = ServiceLevel.PRIORITY) String> priorities,
            @Size(max = 200) List<@NotNull @Pattern(regexp = Slug.FORM) String> sites,

            @Size(max = 200)
            @Schema(
                    description = "Who asks: e-mail addresses or names, in whatever case.",
                    examples = "[\"partner@whitfield-crane.example\"]")
            List<@NotBlank @Size(max = 254) String> requesters,

            @Size(max = 4) @Schema(description = "When the work is done.")
            List<@NotNull Band> bands,

            @Size(max = 50) @Schema(description = "What the work is done as.", examples = "[\"ONSITE\"]")
            List<@NotNull @Pattern(regexp = RateCard.NAME) String> workTypes,

            @Size(max = 50) @Schema(description = "By whom the work is done.", examples = "[\"SENIOR\"]")
            List<@NotNull @Pattern(regexp = RateCard.NAME) String> roles,

            @Size(max = 2) @Schema(description = "Where the work is done.")
            List<@NotNull Place> places) {

        public Conditions {
            ticketClasses = Terms.copy(ticketClasses);
            priorities = Terms.copy(priorities);
            sites = Terms.copy(sites);
            requesters = Terms.copy(requesters);
            bands = Terms.copy(bands);
            workTypes = Terms.copy(workTypes);
            roles = Terms.copy(roles);
            places = Terms.copy(places);
        }
    }

    /**
     * What EXTRA work costs.
     *
     * @param kind how it is charged
     * @param amount for the work item, or each unit; null for a price by the hour
     * @param currency ISO 4217 code; null for that of the rate card, and given where there is none
     * @param unit what is counted; null where nothing is
     */
    @Schema(name = "ScopePrice")
    public record Price(
            @NotNull RulePrice.Kind kind,

            @Pattern(regexp = RateCard.AMOUNT)
            @Schema(description = "For the work item, or each unit.", examples = "4500.00")
            String amount,

            @Pattern(regexp = "^[A-Z]{3}$") @Schema(description = "Absent: that of the rate card.", examples = "USD")
            String currency,

            @Size(min = 1, max = 60) @Schema(description = "What is counted.", examples = "device")
            String unit) {}

    /**
     * What INCLUDED work costs on top of the fee.
     *
     * @param kind a fixed call-out, or the part of the band's multiplier above 1
     * @param amount of a call-out; null elsewhere
     * @param currency ISO 4217 code; null for that of the rate card, and given where there is none
     */
    @Schema(name = "ScopeSurcharge")
    public record Surcharge(
            @NotNull dev.remit.engines.scope.Surcharge.Kind kind,

            @Pattern(regexp = RateCard.AMOUNT) @Schema(description = "Of a call-out.", examples = "90.00")
            String amount,

            @Pattern(regexp = "^[A-Z]{3}$") @Schema(description = "Absent: that of the rate card.", examples = "USD")
            String currency) {}

    /**
     * How much is included in each period.
     *
     * @param count how many
     * @param unit what is counted; null for tickets
     * @param period in what time
     * @param of of what it is counted; null for what the rule names
     * @param carry whether what is left of a period goes into the next; null for no
     */
    @Schema(name = "IncludedVolume")
    public record IncludedVolume(
            @NotNull @Min(1) @Max(1_000_000) @Schema(examples = "2")
            Integer count,

            @Schema(description = "Absent: TICKET.") VolumeUnit unit,
            @NotNull VolumePeriod period,

            @Schema(description = "Absent: what the rule names, its item or its category.")
            dev.remit.engines.scope.IncludedVolume.Of of,

            @Schema(description = "Whether what is left of a period goes into the next.")
            Boolean carry) {}
}
