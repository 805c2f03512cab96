package dev.remit.engines.ledger;

import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.SilentReason;

/**
 * The ruling in force for a work item.
 *
 * @param cases by which each piece of work is judged
 * @param silentReason why there is no case; null where there is one, or where the reason is none that is known here
 * @param documentHash of the signed version that it was ruled by; null where no agreement covers the work
 * @param quantity how many units somebody has counted, for a price by the unit; null while nobody has
 */
public record WorkItemRuling(RulingCases cases, SilentReason silentReason, String documentHash, Long quantity) {

    /** A ruling of work that nobody has counted. */
    public WorkItemRuling(RulingCases cases, SilentReason silentReason, String documentHash) {
        this(cases, silentReason, documentHash, null);
    }
}
