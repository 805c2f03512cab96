package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every ticket has a response and a resolution target, or the parties said in words that it has none. */
final class ServiceLevelLint implements LintRule {
    private static final List<String> USUAL_PRIORITIES = List.of("P1", "P2", "P3", "P4");
    private static final int TICKET_CLASSES = 4;
    private static final String EVERY_CLASS = "every kind of ticket";

    @Override
    public void check(LintCase lintCase, Findings findings) {
        List<ServiceLevel> levels = lintCase.document().serviceLevels();
        if (levels.isEmpty() && lintCase.isAddendum()) {
            return;
        }
        if (levels.isEmpty()) {
            findings.add(FindingCode.NO_SERVICE_LEVEL, "serviceLevels", "No priority has a service level.");
            return;
        }
        Map<String, Set<String>> classes = new TreeMap<>();
        for (int i = 0; i < levels.size(); i++) {
            ServiceLevel level = levels.get(i);
            String path = "serviceLevels[" + i + "]";
            checkRepeated(levels, i, path, findings);
            Set<String> everywhere = classes.computeIfAbsent(level.priority(), priority -> new TreeSet<>());
            if (level.sites().isEmpty()) {
                everywhere.add(kind(level));
            }
            checkSites(level, path, lintCase, findings);
            checkTargets(level, path, lintCase, findings);
        }
        if (!lintCase.isAddendum()) {
            checkGaps(classes, findings);
        }
    }

    private static String kind(ServiceLevel level) {
        return level.ticketClass() == null ? EVERY_CLASS : level.ticketClass();
    }

    private static void checkRepeated(List<ServiceLevel> levels, int i, String path, Findings findings) {
        ServiceLevel level = levels.get(i);
        for (int earlier = 0; earlier < i; earlier++) {
            if (level.isRepeatedBy(levels.get(earlier))) {
                String sites = level.sites().isEmpty() ? "" : " at a site of both";
                findings.add(
                        FindingCode.REPEATED_SERVICE_LEVEL,
                        path,
                        "serviceLevels[" + earlier + "] is for " + level.priority() + " and " + kind(level) + sites
                                + " too.");
                return;
            }
        }
    }

    private static void checkSites(ServiceLevel level, String path, LintCase lintCase, Findings findings) {
        level.sites().stream()
                .filter(site -> !lintCase.sites().containsKey(site))
                .sorted()
                .forEach(site -> findings.add(
                        FindingCode.UNKNOWN_SITE, path + ".sites", "The client has no site " + site + "."));
    }

    private static void checkTargets(ServiceLevel level, String path, LintCase lintCase, Findings findings) {
        for (ClockKind silent : level.silentClocks()) {
            if (silent == ClockKind.RESPONSE || silent == ClockKind.RESOLUTION) {
                findings.add(
                        FindingCode.TARGET_MISSING,
                        path,
                        silent + " has neither a target nor the explicit word that it has none.");
            }
        }
        Target response = level.targets().get(ClockKind.RESPONSE);
        Target resolution = level.targets().get(ClockKind.RESOLUTION);
        if (response != null && resolution != null) {
            LocalDate from = lintCase.document().effectiveFrom();
            TargetOrder.longer(response, resolution, lintCase.hoursOf(level), from)
                    .ifPresent(longer -> findings.add(
                            FindingCode.RESPONSE_AFTER_RESOLUTION,
                            path,
                            "The response is due only after the resolution" + longer.when() + "."));
        }
        if (level.priority().equals("P1") && level.pauses().values().stream().anyMatch(waits -> !waits.isEmpty())) {
            findings.add(
                    FindingCode.PAUSES_FOR_P1, path + ".pauses", "The clocks of the most urgent work can stand still.");
        }
    }

    private static void checkGaps(Map<String, Set<String>> classes, Findings findings) {
        for (String priority : USUAL_PRIORITIES) {
            if (!classes.containsKey(priority)) {
                findings.add(
                        FindingCode.PRIORITY_WITHOUT_LEVEL,
                        "serviceLevels",
                        priority + " has no service level: its tickets get no clock.");
            }
        }
        classes.forEach((priority, kinds) -> {
            if (kinds.isEmpty()) {
                findings.add(
                        FindingCode.PRIORITY_WITHOUT_LEVEL,
                        "serviceLevels",
                        priority + " has service levels for some sites only: tickets from elsewhere get no clock.");
            } else if (!kinds.contains(EVERY_CLASS) && kinds.size() < TICKET_CLASSES) {
                findings.add(
                        FindingCode.CLASS_WITHOUT_LEVEL,
                        "serviceLevels",
                        priority + " has service levels for " + String.join(", ", kinds) + " only.");
            }
        });
    }
}
