package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.compliance.PeriodLength;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.sla.ClockKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is promised of many targets is about targets that there are, and can be kept. */
final class ComplianceLint implements LintRule {
    private static final Fraction ALL = Fraction.of(100, 1);

    /** By what two promises are the same one. */
    private record Subject(ClockKind clock, PeriodLength period, Set<String> priorities) {}

    @Override
    public void check(LintCase lintCase, Findings findings) {
        List<CompliancePromise> promises = lintCase.document().compliance();
        Set<Subject> seen = new HashSet<>();
        for (int i = 0; i < promises.size(); i++) {
            CompliancePromise promise = promises.get(i);
            String path = "compliance[" + i + "]";
            lintCase.completed()
                    .map(AgreementDocument::serviceLevels)
                    .ifPresent(levels -> checkTargets(promise, levels, path, findings));
            if (!seen.add(new Subject(promise.clock(), promise.period(), Set.copyOf(promise.priorities())))) {
                findings.add(
                        FindingCode.REPEATED_PROMISE,
                        path,
                        "There is another promise of the same clock, priorities and period.");
            }
            checkMisses(promise, path, findings);
        }
    }

    private static void checkTargets(
            CompliancePromise promise, List<ServiceLevel> levels, String path, Findings findings) {
        Set<String> known = levels.stream().map(ServiceLevel::priority).collect(Collectors.toCollection(TreeSet::new));
        Set<String> withTarget = levels.stream()
                .filter(level -> level.targets().containsKey(promise.clock()))
                .map(ServiceLevel::priority)
                .collect(Collectors.toSet());
        Set<String> named = promise.priorities().isEmpty() ? known : new TreeSet<>(promise.priorities());
        List<String> without =
                named.stream().filter(name -> !withTarget.contains(name)).toList();
        promise.priorities().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(
                        FindingCode.UNKNOWN_PRIORITY, path + ".priorities", "No service level is for " + name + "."));
        if (without.size() == named.size()) {
            findings.add(
                    FindingCode.PROMISE_WITHOUT_TARGET,
                    path + ".clock",
                    "No priority that it is about has a target for " + promise.clock()
                            + ", so that nothing can be met.");
        } else if (!promise.priorities().isEmpty() && without.stream().anyMatch(known::contains)) {
            findings.add(
                    FindingCode.PRIORITY_WITHOUT_TARGET,
                    path + ".priorities",
                    "Without a target for " + promise.clock() + " nothing counts of "
                            + String.join(
                                    ", ",
                                    without.stream().filter(known::contains).toList()) + ".");
        }
    }

    private static void checkMisses(CompliancePromise promise, String path, Findings findings) {
        if (promise.percent().equals(ALL)) {
            findings.add(
                    FindingCode.PROMISE_WITHOUT_A_MISS,
                    path + ".percent",
                    "One target that is missed breaks it, whatever their number.");
        }
        if (promise.exclusions().isEmpty()) {
            findings.add(
                    FindingCode.NOTHING_EXCUSED,
                    path + ".exclusions",
                    "It excludes nothing, so that no target that was missed can be excused.");
        }
    }
}
