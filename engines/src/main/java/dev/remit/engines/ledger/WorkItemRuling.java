package dev.remit.engines.ledger;

import dev.remit.engines.scope.Verdict;

/**
 * The ruling in force for a work item.
 *
 * @param documentHash of the signed version that it was ruled by; null where no agreement covers the work
 */
public record WorkItemRuling(Verdict verdict, boolean approvalRequired, String documentHash) {}
