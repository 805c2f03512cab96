package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.rating.BlockBurn;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.Rounding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What EXTRA work costs. Amounts are decimal text in the card's currency.
 *
 * @param clause the clause that sets the prices
 * @param currency ISO 4217 code, the client's own
 * @param hourly hourly rates by work type and, where given, role
 * @param overage hourly rates beyond prepaid blocks
 * @param multipliers by which the hourly rate is multiplied in each band
 * @param minimumMinutes the least that is billed
 * @param incrementMinutes billed time is rounded to multiples of this
 * @param roundingMode how
 * @param units other ways to round some of the work
 * @param grouping over what minutes are summed before rounding
 * @param travel the price of going there
 * @param callOut the fixed fee of unscheduled work out of hours
 * @param blockBurn how prepaid blocks are used up
 * @param taxRatePercent for estimates with tax
 * @param bandCalendar name of the calendar of the bands; null for the coverage
 * @param dayRates prices of whole days
 * @param dailyCap the most that a technician's day costs
 * @param multipliersOnOverage whether the bands' multipliers apply to overage rates too
 * @param materialsMarkUpPercent what is added to the price of materials
 * @param courtesyMinutes contacts up to this long are kept and not charged
 * @param taxCategories the tax category of each kind of line
 * @param indexation how the rates rise
 */
@Schema(description = "What EXTRA work costs. Amounts are decimal text in the card's currency.")
public record RateCard(
        @NotNull @Pattern(regexp = Clause.ID) @Schema(examples = "7.1")
        String clause,

        @NotNull @Pattern(regexp = "^[A-Z]{3}$") @Schema(description = "ISO 4217 code.", examples = "USD")
        String currency,

        @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid HourlyRate> hourly,
        @Size(max = 500) List<@NotNull @Valid OverageRate> overage,

        @NotNull
        @Schema(
                description = "The factor of every band, as decimal text.",
                examples = "{\"BUSINESS\":\"1\",\"AFTER_HOURS\":\"1.5\",\"WEEKEND\":\"1.5\",\"HOLIDAY\":\"2\"}")
        Map<@NotNull Band, @NotNull @Pattern(regexp = FACTOR) String> multipliers,

        @NotNull @Min(0) @Max(1440) @Schema(examples = "0") Integer minimumMinutes,
        @NotNull @Min(1) @Max(1440) @Schema(examples = "15") Integer incrementMinutes,
        @NotNull Rounding roundingMode,

        @Size(max = 50) @Schema(description = "Other ways to round some of the work.")
        List<@NotNull @Valid SpecialUnit> units,

        @Schema(description = "Absent: ENTRY.") Grouping grouping,

        @Valid @Schema(description = "Absent: travel is not billed.")
        Travel travel,

        @Pattern(regexp = AMOUNT)
        @Schema(description = "Fixed fee of unscheduled work out of hours.", examples = "95.00")
        String callOut,

        @Schema(description = "Absent: PLAIN.") BlockBurn blockBurn,

        @Pattern(regexp = PERCENT) @Schema(description = "For estimates with tax.", examples = "8.875")
        String taxRatePercent,

        @Pattern(regexp = Slug.FORM)
        @Schema(
                description = "Name of the calendar that decides the band of work. Absent: the coverage.",
                examples = "office-hours")
        String bandCalendar,

        @Size(max = 100) @Schema(description = "Prices of whole days.")
        List<@NotNull @Valid DayRate> dayRates,

        @Pattern(regexp = AMOUNT) @Schema(description = "The most that a technician's day costs.", examples = "1200.00")
        String dailyCap,

        @Schema(description = "Whether the multipliers apply to overage rates too.")
        Boolean multipliersOnOverage,

        @Pattern(regexp = PERCENT) @Schema(description = "Added to the price of materials.", examples = "10")
        String materialsMarkUpPercent,

        @Min(1) @Max(1440) @Schema(description = "Contacts up to this long are kept and not charged.")
        Integer courtesyMinutes,

        @Size(max = 10)
        @Schema(
                description = "The tax category of each kind of line.",
                examples = "{\"LABOUR\":\"EXEMPT\",\"TRAVEL\":\"STANDARD\"}")
        Map<@NotNull LineKind, @NotNull @Pattern(regexp = NAME) String> taxCategories,

        @Valid Indexation indexation) {

    /** The form of a work type or role. */
    public static final String NAME = "^[A-Z0-9][A-Z0-9_-]{0,39}$";

    static final String AMOUNT = "^(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,3})?$";
    static final String FINE_AMOUNT = "^(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,6})?$";
    private static final String FACTOR = "^(?:0|[1-9][0-9]?)(?:\\.[0-9]{1,4})?$";
    static final String PERCENT = "^(?:100|[1-9]?[0-9](?:\\.[0-9]{1,4})?)$";

    public RateCard {
        hourly = Terms.copy(hourly);
        overage = Terms.copy(overage);
        units = Terms.copy(units);
        dayRates = Terms.copy(dayRates);
    }

    /**
     * An hourly rate and when it holds.
     *
     * @param workType what is done
     * @param role by whom; null for everyone without a rate of their own
     * @param rate amount an hour
     * @param from first local date; null from the beginning
     * @param to first local date on which it no longer holds; null for good
     */
    public record HourlyRate(
            @NotNull @Pattern(regexp = NAME) @Schema(examples = "ONSITE")
            String workType,

            @Pattern(regexp = NAME) @Schema(description = "Absent: everyone without a rate of their own.")
            String role,

            @NotNull @Pattern(regexp = AMOUNT) @Schema(description = "Amount an hour.", examples = "150.00")
            String rate,

            @Schema(description = "First local date. Absent: from the beginning.")
            LocalDate from,

            @Schema(description = "First local date on which it no longer holds. Absent: for good.")
            LocalDate to) {}

    /**
     * The hourly rate of work beyond prepaid blocks.
     *
     * @param workType what is done
     * @param rate amount an hour
     */
    public record OverageRate(
            @NotNull @Pattern(regexp = NAME) @Schema(examples = "ONSITE")
            String workType,

            @NotNull @Pattern(regexp = AMOUNT) @Schema(examples = "175.00")
            String rate) {}

    /**
     * The price of a whole day.
     *
     * @param workType what is done
     * @param role by whom; null for everyone without a rate of their own
     * @param rate amount a day
     */
    public record DayRate(
            @NotNull @Pattern(regexp = NAME) String workType,
            @Pattern(regexp = NAME) String role,

            @NotNull @Pattern(regexp = AMOUNT) @Schema(examples = "1100.00")
            String rate) {}

    /**
     * Another way to round some of the work.
     *
     * @param workType for work of this type only; null for any
     * @param band for work that starts in this band only; null for any
     * @param minimumMinutes null for the card's own
     * @param incrementMinutes null for the card's own
     * @param roundingMode null for the card's own
     */
    @Schema(description = "Another way to round some of the work. What is absent is as on the card.")
    public record SpecialUnit(
            @Pattern(regexp = NAME) @Schema(description = "Absent: any work type.")
            String workType,

            @Schema(description = "Work that starts in this band. Absent: any.")
            Band band,

            @Min(0) @Max(1440) Integer minimumMinutes,
            @Min(1) @Max(1440) Integer incrementMinutes,
            Rounding roundingMode) {}

    /**
     * The price of going there, once for each technician, site and local date.
     *
     * @param kind how it is charged
     * @param fee of a FLAT charge
     * @param rate of an HOURLY charge by the hour, of a DISTANCE charge by the unit of distance
     */
    @Schema(description = "The price of going there, once for each technician, site and local date.")
    public record Travel(
            @NotNull Kind kind,

            @Pattern(regexp = AMOUNT) @Schema(description = "Of a FLAT charge.", examples = "75.00")
            String fee,

            @Pattern(regexp = FINE_AMOUNT)
            @Schema(description = "Of an HOURLY charge by the hour, of a DISTANCE charge by the unit.")
            String rate) {

        /** How travel is charged. */
        @Schema(name = "TravelKind")
        public enum Kind {
            NONE,
            FLAT,
            HOURLY,
            DISTANCE
        }
    }
}
