package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.scope.Clause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every term points to a clause that is there, and somebody can sign them. */
final class ClauseLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        Set<String> clauses = clauseIds(document.clauses(), findings);
        for (int i = 0; i < document.scopeRules().size(); i++) {
            requireClause(clauses, document.scopeRules().get(i).clause(), "scopeRules[" + i + "]", findings);
        }
        for (int i = 0; i < document.serviceLevels().size(); i++) {
            requireClause(clauses, document.serviceLevels().get(i).clause(), "serviceLevels[" + i + "]", findings);
        }
        if (lintCase.hasCoverage()) {
            requireClause(clauses, document.coverage().clause(), "coverage", findings);
        }
        if (document.rateCard() != null) {
            requireClause(clauses, document.rateCard().clause(), "rateCard", findings);
        }
        if (!lintCase.approverActive()) {
            findings.warning("no-approver", "", "The client has no active approver, so nobody can sign for it.");
        }
    }

    private static Set<String> clauseIds(List<Clause> clauses, Findings findings) {
        if (clauses.isEmpty()) {
            findings.error("no-clauses", "clauses", "There is not one clause to sign.");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < clauses.size(); i++) {
            if (!ids.add(clauses.get(i).id())) {
                findings.error(
                        "repeated-clause",
                        "clauses[" + i + "].id",
                        "There is more than one clause " + clauses.get(i).id() + ".");
            }
        }
        return clauses.stream().map(Clause::id).collect(Collectors.toUnmodifiableSet());
    }

    private static void requireClause(Set<String> clauses, String clause, String path, Findings findings) {
        if (!clauses.contains(clause)) {
            findings.error("unknown-clause", path + ".clause", "There is no clause " + clause + ".");
        }
    }
}
