package dev.remit.contracts.agreements.lint;

import dev.remit.contracts.agreements.terms.Term;
import dev.remit.contracts.agreements.terms.Term.Renewal;
import dev.remit.engines.agreement.AgreementDocument;
import java.time.LocalDate;

/** The dates are those that the parties mean. */
final class TermLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        if (document.effectiveFrom().isBefore(lintCase.today())) {
            findings.add(
                    FindingCode.BEGINS_IN_THE_PAST,
                    "effectiveFrom",
                    "It begins before today, " + lintCase.today()
                            + ": tickets and work since then are ruled and charged by it. What that changes is listed"
                            + " when it is proposed, and signed with it.");
        }
        if (lintCase.terms().term() != null) {
            checkBinding(lintCase.terms().term(), lintCase, findings);
        }
        if (lintCase.terms().term() != null && lintCase.terms().term().renewal() != null) {
            checkRenewal(lintCase.terms().term().renewal().mode(), document.effectiveTo() != null, findings);
        }
    }

    private static void checkBinding(Term term, LintCase lintCase, Findings findings) {
        LocalDate first = lintCase.document().effectiveFrom();
        LocalDate before = lintCase.boundUntil();
        term.boundUntil(first, first)
                .filter(until -> before != null && until.isAfter(before))
                .ifPresent(until -> findings.add(
                        FindingCode.BINDS_FOR_LONGER,
                        "term.initialTermFrom",
                        "It binds the parties until " + until + ", and the version before it "
                                + (before.isAfter(first) ? "until " + before : "no more")
                                + ". If that is not what they mean, say from which date the initial term counts."));
    }

    private static void checkRenewal(Renewal.Mode mode, boolean ends, Findings findings) {
        boolean goesOn = mode == Renewal.Mode.AUTOMATIC;
        if (goesOn && ends) {
            findings.add(
                    FindingCode.RENEWS_AND_ENDS,
                    "effectiveTo",
                    "It renews by itself and has a last date, on which it would end all the same. Leave effectiveTo out.");
        }
        if (!goesOn && !ends) {
            findings.add(
                    FindingCode.NEVER_RENEWS_NOR_ENDS,
                    "effectiveTo",
                    "Its renewal is " + mode + ", and nothing says when it ends. Give effectiveTo.");
        }
    }
}
