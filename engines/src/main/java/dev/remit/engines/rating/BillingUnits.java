package dev.remit.engines.rating;

import dev.remit.engines.calendar.Band;
import java.util.List;
import java.util.Objects;

/**
 * How worked time becomes billable minutes.
 *
 * @param general the unit of all work that no other fits
 * @param special units for some of the work; null is none
 * @param grouping over what time is summed before it is rounded; null is each entry by itself
 */
public record BillingUnits(BillingUnit general, List<BillingUnit.Special> special, Grouping grouping) {

    /** Every begun minute of each entry. */
    public static final BillingUnits MINUTES = new BillingUnits(BillingUnit.MINUTE, null, null);

    /** Copies the list. */
    public BillingUnits {
        Objects.requireNonNull(general, "general");
        special = special == null ? List.of() : List.copyOf(special);
        grouping = grouping == null ? Grouping.ENTRY : grouping;
    }

    /** The unit for work of a type that starts in a band. */
    BillingUnit of(String workType, Band start) {
        BillingUnit best = general;
        int weight = -1;
        for (BillingUnit.Special other : special) {
            if (other.weight() > weight && other.fits(workType, start)) {
                best = other.unit();
                weight = other.weight();
            }
        }
        return best;
    }
}
