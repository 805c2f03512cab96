package dev.remit.contracts.agreements.lint;

import dev.remit.contracts.agreements.terms.AppliedTerms;
import dev.remit.contracts.agreements.terms.AppliedTerms.NotApplied;

/** Nothing is signed that nothing applies. */
final class NotAppliedLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        for (NotApplied term : AppliedTerms.notAppliedIn(lintCase.members())) {
            String clause = term.clause() == null ? "This" : "What clause " + term.clause() + " says here";
            findings.add(
                    FindingCode.NOT_APPLIED_YET,
                    term.path(),
                    clause + " is not applied by Remit yet, so it cannot be signed as a term. Take it out, or leave it"
                            + " to the clause's text.");
        }
    }
}
