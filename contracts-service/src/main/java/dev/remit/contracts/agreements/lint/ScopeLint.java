package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.Conditions;
import dev.remit.engines.scope.RuleTarget;
import dev.remit.engines.scope.ScopeItem;
import dev.remit.engines.scope.ScopeRule;
import dev.remit.engines.scope.Treatment;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that the client can ask for is ruled, without contradiction, and on things that exist. */
final class ScopeLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        Set<RuleTarget> targets = targets(document.catalogue());
        List<ScopeRule> rules = document.scopeRules();
        if (rules.isEmpty()) {
            findings.add(FindingCode.NO_SCOPE_RULES, "scopeRules", "Nothing says what is included, extra or excluded.");
        }
        for (int i = 0; i < rules.size(); i++) {
            String path = "scopeRules[" + i + "]";
            if (!targets.contains(rules.get(i).target())) {
                unknownTarget(rules.get(i).target(), path, lintCase.retiredItems(), findings);
            }
            checkSites(rules.get(i), path, lintCase.sites().keySet(), findings);
            checkTreatment(rules.get(i), path, findings);
        }
        CompiledScope scope = soundPart(document, targets);
        checkConflicts(scope, rules, findings);
        if (lintCase.isAddendum()) {
            // Of whatever it is silent on the master speaks.
            return;
        }
        document.catalogue().forEach(item -> checkSilence(scope.rulesFor(item.code()), item, findings));
    }

    private static Set<RuleTarget> targets(List<ScopeItem> items) {
        return items.stream()
                .flatMap(item -> item.category() == null
                        ? Stream.of(new RuleTarget.Item(item.code()), new RuleTarget.CatchAll())
                        : Stream.of(
                                new RuleTarget.Item(item.code()),
                                new RuleTarget.Category(item.category()),
                                new RuleTarget.CatchAll()))
                .collect(Collectors.toSet());
    }

    /** What the engine takes: a rule on something that does not exist has its own finding already. */
    static CompiledScope soundPart(AgreementDocument document) {
        return soundPart(document, targets(document.catalogue()));
    }

    private static CompiledScope soundPart(AgreementDocument document, Set<RuleTarget> targets) {
        List<ScopeRule> sound = document.scopeRules().stream()
                .filter(rule -> targets.contains(rule.target()))
                .toList();
        return new CompiledScope(
                sound.stream()
                        .map(ScopeRule::clause)
                        .distinct()
                        .map(id -> new Clause(id, null, null))
                        .toList(),
                document.catalogue(),
                sound,
                document.laterItems());
    }

    private static void unknownTarget(RuleTarget target, String path, Set<String> retired, Findings findings) {
        switch (target) {
            case RuleTarget.Item item
            when retired.contains(item.code()) ->
                findings.add(
                        FindingCode.RETIRED_ITEM,
                        path + ".item",
                        "The catalogue's item " + item.code() + " is retired.");
            case RuleTarget.Item item ->
                findings.add(
                        FindingCode.UNKNOWN_ITEM, path + ".item", "The catalogue has no item " + item.code() + ".");
            case RuleTarget.Category category ->
                findings.add(
                        FindingCode.UNKNOWN_CATEGORY,
                        path + ".category",
                        "No item of the catalogue is in category " + category.name() + ".");
            case RuleTarget.CatchAll catchAll ->
                findings.add(FindingCode.EMPTY_CATALOGUE, path, "The catalogue has no item that could be asked for.");
        }
    }

    private static void checkSites(ScopeRule rule, String path, Set<String> siteCodes, Findings findings) {
        rule.conditions().ticket().sites().stream()
                .filter(site -> !siteCodes.contains(site))
                .sorted()
                .forEach(site -> findings.add(
                        FindingCode.UNKNOWN_SITE, path + ".when.sites", "The client has no site " + site + "."));
    }

    private static void checkTreatment(ScopeRule rule, String path, Findings findings) {
        boolean canBeExtra = rule.terms().canBeExtra();
        if (canBeExtra && rule.terms().price() == null && rule.workType() == null) {
            findings.add(
                    FindingCode.EXTRA_WITHOUT_WORK_TYPE,
                    path,
                    "Without a work type nobody can say what this costs where it is EXTRA.");
        }
        if (rule.target() instanceof RuleTarget.CatchAll && rule.treatment() == Treatment.INCLUDED) {
            findings.add(
                    FindingCode.EVERYTHING_INCLUDED,
                    path,
                    "Whatever the client asks for and no rule names is included.");
        }
    }

    private static void checkConflicts(CompiledScope scope, List<ScopeRule> rules, Findings findings) {
        for (CompiledScope.Conflict conflict : scope.conflicts()) {
            findings.add(
                    FindingCode.CONTRADICTING_RULES,
                    path(rules, conflict.second()),
                    "It says something else of " + conflict.item() + " than " + path(rules, conflict.first())
                            + " with equal weight, so that rulings would be AMBIGUOUS.");
        }
    }

    private static String path(List<ScopeRule> rules, ScopeRule rule) {
        return "scopeRules[" + rules.indexOf(rule) + "]";
    }

    private static void checkSilence(List<ScopeRule> rules, ScopeItem item, Findings findings) {
        String citation = item.code() + " (" + item.name() + ")";
        List<ScopeRule> always = rules.stream()
                .filter(rule -> rule.conditions().equals(Conditions.ALWAYS))
                .toList();
        if (rules.isEmpty()) {
            findings.add(FindingCode.ITEM_WITHOUT_RULE, "scopeRules", "Nothing says how " + citation + " is treated.");
        } else if (always.isEmpty()) {
            findings.add(
                    FindingCode.ITEM_RULED_ON_CONDITIONS_ONLY,
                    "scopeRules",
                    "Nothing says how " + citation + " is treated where no condition holds.");
        } else if (always.stream().allMatch(rule -> rule.target() instanceof RuleTarget.CatchAll)) {
            findings.add(
                    FindingCode.ITEM_LEFT_TO_CATCH_ALL,
                    "scopeRules",
                    "Only the rule for anything unlisted says how " + citation + " is treated.");
        }
    }
}
