package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The targets can be kept, and the more urgent work has the shorter ones. */
final class TargetLint implements LintRule {

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        List<ServiceLevel> levels = document.serviceLevels();
        long closed = lintCase.coverageCalendars().values().stream()
                .mapToLong(LongestClosedStretch::minutes)
                .max()
                .orElse(0);
        for (int i = 0; i < levels.size(); i++) {
            String path = "serviceLevels[" + i + "]";
            for (ServiceLevel other : levels) {
                checkOrder(levels.get(i), other, path, lintCase, findings);
            }
            checkClosed(levels.get(i), closed, path, findings);
        }
    }

    private static void checkOrder(
            ServiceLevel level, ServiceLevel lower, String path, LintCase lintCase, Findings findings) {
        boolean comparable = level.priority().compareTo(lower.priority()) < 0
                && Objects.equals(level.ticketClass(), lower.ticketClass())
                && level.sites().equals(lower.sites())
                && level.calendar().equals(lower.calendar());
        if (!comparable) {
            return;
        }
        LocalDate from = lintCase.document().effectiveFrom();
        level.targets().forEach((clock, target) -> {
            Target others = lower.targets().get(clock);
            if (others != null) {
                TargetOrder.longer(target, others, lintCase.hoursOf(level), from)
                        .ifPresent(longer -> findings.add(
                                FindingCode.SLOWER_THAN_LOWER_PRIORITY,
                                path,
                                level.priority() + " has " + words(target) + " for " + clock + " and "
                                        + lower.priority() + " only " + words(others) + longer.when() + "."));
            }
        });
    }

    private static String words(Target target) {
        return switch (target) {
            case Target.OpenTime(var time) -> time.toMinutes() + " minutes";
            case Target.Days(var days, var by) -> "until " + by + " of business day " + days;
        };
    }

    /** A clock that runs day and night falls due while nobody works. */
    private static void checkClosed(ServiceLevel level, long closed, String path, Findings findings) {
        Long response = minutes(level.targets().get(ClockKind.RESPONSE));
        Long shortest = response == null ? minutes(level.targets().get(ClockKind.RESOLUTION)) : response;
        if (level.calendar().equals(ServiceLevel.ALWAYS) && shortest != null && shortest < closed) {
            findings.add(
                    FindingCode.TARGET_WHILE_CLOSED,
                    path + ".calendar",
                    "The clocks run day and night, and cover is closed for up to " + closed / 60 + " hours "
                            + closed % 60 + " minutes at a stretch: a target of " + shortest
                            + " minutes then needs somebody out of hours.");
        }
    }

    private static Long minutes(Target target) {
        return target instanceof Target.OpenTime(var time) ? time.toMinutes() : null;
    }
}
