package dev.remit.contracts.agreements.lint;

import java.util.List;

/** Says what is missing, contradictory or unwise in the terms of a version before anybody signs them. */
public final class Lint {
    private static final List<LintRule> RULES = List.of(
            new OverlapLint(),
            new AddendumLint(),
            new TermLint(),
            new PartyLint(),
            new NotAppliedLint(),
            new ClauseLint(),
            new ClauseTextLint(),
            new ScopeLint(),
            new IdleRuleLint(),
            new CalendarLint(),
            new HolidayLint(),
            new ServiceLevelLint(),
            new TargetLint(),
            new BusinessDayLint(),
            new ComplianceLint(),
            new ParameterLint(),
            new RateCardLint(),
            new ExampleLint());

    private Lint() {}

    /** The findings, errors first; the same case always has the same findings in the same order. */
    public static List<Finding> of(LintCase lintCase) {
        Findings findings = new Findings();
        RULES.forEach(rule -> rule.check(lintCase, findings));
        return findings.list();
    }
}
