package dev.remit.contracts.agreements.lint;

/** Looks at one side of the terms. */
interface LintRule {
    void check(LintCase lintCase, Findings findings);
}
