package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Work rated: its minutes, its lines, what blocks and caps did, and the sums. Nothing disappears: the billed sum and what
 * is over the cap add up to the subtotal. Its JSON is what a simulation answers, where empty lists stand too.
 *
 * @param currency of every amount
 * @param entries in order of start, then id
 * @param lines in the order in which blocks and caps were used up: by entry, then band of first appearance, then
 *     call-out, then travel. A band whose share is no minute has no line
 * @param blocks in order of purchase, then id
 * @param taxes one for each tax rate of the lines
 * @param subtotalMinor all amounts, capped or not
 * @param billedMinor what the caps leave of them
 * @param overCapMinor the rest, which waits for a further approval
 * @param taxMinor on the billed sum
 * @param totalMinor billed and tax
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonIgnoreProperties({"currency", "taxes"})
public record RatingResult(
        MinorUnits currency,
        List<RatedEntry> entries,
        List<RatedLine> lines,
        List<BlockUse> blocks,
        List<Tax> taxes,
        long subtotalMinor,
        long billedMinor,
        long overCapMinor,
        long taxMinor,
        long totalMinor) {

    /** Copies the lists. */
    public RatingResult {
        entries = List.copyOf(entries);
        lines = List.copyOf(lines);
        blocks = List.copyOf(blocks);
        taxes = List.copyOf(taxes);
    }

    /**
     * What became of an entry.
     *
     * @param id the entry's
     * @param localDate the date that it started on, where its calendar is: the date it belongs to
     * @param actualSeconds from its real start to its real end
     * @param workedSeconds what was billed before rounding: the stated hours, or the span
     * @param statedDiffers whether the stated hours are more than a minute off the span
     * @param roundedMinutes its share of its group's rounded minutes
     * @param billableMinutes its share after the minimum
     * @param bands the billable minutes by band, in order of first appearance; bands without a minute are left out
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @JsonIgnoreProperties({"localDate", "workedSeconds", "statedDiffers"})
    public record RatedEntry(
            String id,
            LocalDate localDate,
            long actualSeconds,
            long workedSeconds,
            boolean statedDiffers,
            long roundedMinutes,
            long billableMinutes,
            Map<Band, Long> bands) {

        /** Checks that the bands are there; their order is kept. */
        public RatedEntry {
            Objects.requireNonNull(id, "id");
            bands = Collections.unmodifiableMap(bands);
        }
    }

    /**
     * What became of a block.
     *
     * @param id the block's
     * @param usedMinutes by this work
     * @param remainingMinutes afterwards
     */
    public record BlockUse(String id, long usedMinutes, long remainingMinutes) {}

    /**
     * Tax at one rate.
     *
     * @param ratePercent the rate
     * @param billedMinor what it is taken on
     * @param taxMinor the tax, rounded once
     */
    public record Tax(Fraction ratePercent, long billedMinor, long taxMinor) {}
}
