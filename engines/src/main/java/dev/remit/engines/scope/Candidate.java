package dev.remit.engines.scope;

import java.util.Comparator;

/**
 * A rule that may speak of a work item, with the scope that it is a part of.
 *
 * @param rule the rule
 * @param scope of its agreement
 */
record Candidate(ScopeRule rule, CompiledScope scope) {

    /** The order in which rules decide, those of addenda before the master's; 0 where two weigh the same. */
    static final Comparator<Candidate> FIRST_TO_LAST = Comparator.comparing(
                    (Candidate candidate) -> !candidate.scope().isOfAddendum())
            .thenComparing(Candidate::rule, RuleEvaluation.NARROWEST_FIRST);

    Clause clause() {
        return scope.clause(rule.clause());
    }

    /** Its clause as people cite it, with its agreement where there are several. */
    String citation(boolean several) {
        String clause = clause().citation();
        return several
                ? scope.agreement().map(of -> clause + " of " + of.words()).orElse(clause)
                : clause;
    }
}
