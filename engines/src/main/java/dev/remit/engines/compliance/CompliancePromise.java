package dev.remit.engines.compliance;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.sla.ClockKind;
import java.util.List;
import java.util.Set;

/**
 * A promise that so many of a period's targets are met.
 *
 * @param clause the number of its clause
 * @param clock whose targets
 * @param priorities of which tickets; empty for all
 * @param percent how many in a hundred are to be met
 * @param period over what they are counted
 * @param minimumCount of targets below which nothing is promised; null for none
 * @param exclusions the reasons for which a missed target may be excused
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompliancePromise(
        String clause,
        ClockKind clock,
        List<String> priorities,
        Fraction percent,
        PeriodLength period,
        Integer minimumCount,
        Set<String> exclusions) {

    private static final Fraction ALL = Fraction.of(100, 1);

    /**
     * Copies the lists; null is empty.
     *
     * @throws InvalidInput if the percentage is not above 0 and at most 100, or a member is missing
     */
    public CompliancePromise {
        required(clock, "clock");
        required(period, "period");
        if (required(percent, "percent").signum() <= 0 || percent.compareTo(ALL) > 0) {
            throw new InvalidInput("percent", "must be above 0 and at most 100");
        }
        if (minimumCount != null && minimumCount < 1) {
            throw new InvalidInput("minimumCount", "must be at least 1");
        }
        priorities = priorities == null ? List.of() : List.copyOf(priorities);
        exclusions = exclusions == null ? Set.of() : Set.copyOf(exclusions);
    }

    /** Whether it is about the targets of a clock on tickets of a priority. */
    public boolean isAbout(ClockKind of, String priority) {
        return clock == of && (priorities.isEmpty() || priorities.contains(priority));
    }

    /** Whether a missed target of a clock may be excused for a reason, on a ticket of a priority. */
    public boolean allows(String reason, ClockKind of, String priority) {
        return isAbout(of, priority) && exclusions.contains(reason);
    }

    /** How many targets must count for it to hold. */
    public int minimum() {
        return minimumCount == null ? 1 : minimumCount;
    }
}
