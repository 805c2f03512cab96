package dev.remit.engines.delivery;

import dev.remit.engines.InvalidInput;
import java.util.List;
import java.util.Set;

/**
 * What was counted of a delivery parameter in one period, and which part of it is excluded for what reason.
 *
 * @param counts of all of it
 * @param exclusions parts that have nothing in common
 */
public record Measurement(Counts counts, List<Exclusion> exclusions) {

    /**
     * A part that does not count for a reason that the agreement may name, as the minutes of an announced maintenance
     * window: how many of them there were, and how many of these count in the numerator.
     */
    public record Exclusion(String reason, Counts counts) {}

    /**
     * Copies the list; null is none.
     *
     * @throws InvalidInput if more is excluded than was counted
     */
    public Measurement {
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
        Counts left = InvalidInput.required(counts, "counts");
        for (int i = 0; i < exclusions.size(); i++) {
            if (!left.holds(exclusions.get(i).counts())) {
                throw new InvalidInput("exclusions[" + i + "]", "excludes more than was counted");
            }
            left = left.without(exclusions.get(i).counts());
        }
    }

    /**
     * Whether it can be a share: whatever is excluded, no more is in the numerator than in the denominator.
     *
     * @throws InvalidInput naming the first member that does not hold
     */
    public void requireShare() {
        requireShare(counts, "numerator");
        Counts left = counts;
        for (int i = 0; i < exclusions.size(); i++) {
            Counts part = exclusions.get(i).counts();
            requireShare(part, "exclusions[" + i + "].numerator");
            left = left.without(part);
            requireShare(left, "exclusions[" + i + "].denominator");
        }
    }

    private static void requireShare(Counts counts, String field) {
        if (counts.numerator() > counts.denominator()) {
            throw new InvalidInput(field, "leaves more in the numerator than in the denominator");
        }
    }

    /** What counts when everything is excluded that has one of some reasons. */
    Counts without(Set<String> reasons) {
        Counts left = counts;
        for (Exclusion exclusion : exclusions) {
            if (reasons.contains(exclusion.reason())) {
                left = left.without(exclusion.counts());
            }
        }
        return left;
    }
}
