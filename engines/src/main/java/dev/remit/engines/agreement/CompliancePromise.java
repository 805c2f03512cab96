package dev.remit.engines.agreement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.remit.engines.sla.ClockKind;
import java.util.List;
import java.util.Set;

/**
 * Of a promise that so many of a period's targets are met, what may excuse a target that was missed.
 *
 * @param clause the number of its clause
 * @param clock whose targets
 * @param priorities of which tickets; empty for all
 * @param exclusions the reasons for which a missed target may be excused
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CompliancePromise(String clause, ClockKind clock, List<String> priorities, Set<String> exclusions) {

    /** Copies the lists; null is empty. */
    public CompliancePromise {
        priorities = priorities == null ? List.of() : List.copyOf(priorities);
        exclusions = exclusions == null ? Set.of() : Set.copyOf(exclusions);
    }

    /** Whether a missed target of a clock may be excused for a reason, on a ticket of a priority. */
    public boolean allows(String reason, ClockKind of, String priority) {
        return clock == of && exclusions.contains(reason) && (priorities.isEmpty() || priorities.contains(priority));
    }
}
