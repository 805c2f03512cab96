package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.InvalidInput;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How much of some work a clause includes before it is EXTRA.
 *
 * @param count how many units, at least 1
 * @param unit what is counted; null is tickets
 * @param period over which it is counted
 * @param of of what it is counted; null is the item of a rule for an item, and the category of a rule for a category
 * @param carry whether what is left of a period goes into the next one, and no further; a period's own volume is used first
 * @param counted of which item or category it is counted, and since when; null in a document, whose version knows
 */
public record IncludedVolume(
        long count,
        VolumeUnit unit,
        VolumePeriod period,
        Of of,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean carry,
        Counted counted) {

    private static final long SECONDS_AN_HOUR = 3600;

    /** Of what a volume is counted. */
    public enum Of {
        /** One catalogue item. */
        ITEM,
        /** Every catalogue item of a category together. */
        CATEGORY
    }

    /**
     * Of what it is counted under a version.
     *
     * @param code of the item or category
     * @param since the first date of the version, before which nothing of it was left; may be null where nothing is carried
     *     and the period is none of the term
     */
    public record Counted(String code, LocalDate since) {}

    /** Checks the count. */
    @JsonCreator
    public IncludedVolume {
        InvalidInput.required(period, "period");
        unit = unit == null ? VolumeUnit.TICKET : unit;
        if (count < 1 || count > Integer.MAX_VALUE) {
            throw new InvalidInput("count", "must be from 1 to " + Integer.MAX_VALUE);
        }
        if (carry && period == VolumePeriod.TERM) {
            throw new InvalidInput("carry", "cannot stand where there is no next period");
        }
    }

    /** So many tickets of an item in each period. */
    public IncludedVolume(long count, VolumePeriod period) {
        this(count, null, period, null, false, null);
    }

    /** The same, counted of an item or category under a version. */
    IncludedVolume countedAs(Of what, String code, LocalDate since) {
        return new IncludedVolume(count, unit, period, what, carry, new Counted(code, since));
    }

    /** The count that a date of work belongs to; only for a volume that knows of what it is counted. */
    public VolumeKey key(LocalDate date) {
        LocalDate from = period.startOf(date, counted.since());
        boolean ofItem = of == Of.ITEM;
        return new VolumeKey(unit, ofItem ? counted.code() : null, ofItem ? null : counted.code(), period, from);
    }

    /** The count before one of its own, whose rest goes into it; empty where nothing is carried. */
    public Optional<VolumeKey> before(VolumeKey key) {
        boolean first = counted.since() != null && !counted.since().isBefore(key.from());
        return carry && !first ? Optional.of(key(key.from().minusDays(1))) : Optional.empty();
    }

    /**
     * How much is included in a period: its own volume, and what is left of the one before.
     *
     * @param usedInTheOneBefore as {@link #amount} counts
     */
    public long with(long usedInTheOneBefore) {
        return amount() + Math.max(0, amount() - usedInTheOneBefore);
    }

    /** The volume of one period as it is counted: tickets, visits, or the seconds of hours. */
    public long amount() {
        return unit == VolumeUnit.HOUR ? Math.multiplyExact(count, SECONDS_AN_HOUR) : count;
    }

    /** As it reads after "says": "2 INCLUDED a year". */
    String words() {
        String each = count + unit.words() + " INCLUDED " + period.words();
        String shared = of == Of.CATEGORY ? each + " of the category" : each;
        return carry ? shared + " (what is left goes into the next)" : shared;
    }
}
