package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.RuleTarget;
import dev.remit.engines.scope.ScopeRule;
import java.util.List;

/** An addendum stands beside a master, rules only what it names, and agrees with the other addenda. */
final class AddendumLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        if (!lintCase.isAddendum()) {
            return;
        }
        checkDates(lintCase.document(), lintCase.beside().inForce(), findings);
        checkCatchAll(lintCase.document().scopeRules(), findings);
        lintCase.beside().addenda().forEach(other -> checkAgainst(other, lintCase.document(), findings));
    }

    private static void checkDates(AgreementDocument document, VersionTerm inForce, Findings findings) {
        if (inForce.isEmpty()) {
            findings.add(
                    FindingCode.MASTER_NOT_IN_FORCE,
                    "effectiveFrom",
                    "The agreement that it is an addendum to is not in force on " + document.effectiveFrom()
                            + ", so that this would never be.");
        } else if (document.effectiveTo() != null
                && inForce.effectiveTo() != null
                && inForce.effectiveTo().isBefore(document.effectiveTo())) {
            findings.add(
                    FindingCode.OUTLIVES_MASTER,
                    "effectiveTo",
                    "The agreement that it is an addendum to ends before it; both are over from "
                            + inForce.effectiveTo() + " on.");
        }
    }

    private static void checkCatchAll(List<ScopeRule> rules, Findings findings) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).target() instanceof RuleTarget.CatchAll) {
                findings.add(
                        FindingCode.CATCH_ALL_IN_ADDENDUM,
                        "scopeRules[" + i + "]",
                        "An addendum goes before its master, so that this would leave the master nothing to rule. Name"
                                + " the items or categories that it is for.");
            }
        }
    }

    private static void checkAgainst(AgreementDocument other, AgreementDocument document, Findings findings) {
        List<ScopeRule> rules = document.scopeRules();
        for (CompiledScope.Conflict conflict : ScopeLint.soundPart(document).conflictsWith(other.scope())) {
            findings.add(
                    FindingCode.CONTRADICTING_RULES,
                    "scopeRules[" + rules.indexOf(conflict.first()) + "]",
                    "It says something else of " + conflict.item() + " than clause "
                            + conflict.second().clause() + " of "
                            + other.named(null).words()
                            + " with equal weight, so that rulings would be AMBIGUOUS.");
        }
    }
}
