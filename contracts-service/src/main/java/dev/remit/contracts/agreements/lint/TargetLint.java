package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.sla.ClockKind;
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
                checkOrder(levels.get(i), other, path, findings);
            }
            checkClosed(levels.get(i), closed, path, findings);
        }
    }

    private static void checkOrder(ServiceLevel level, ServiceLevel lower, String path, Findings findings) {
        boolean comparable = level.priority().compareTo(lower.priority()) < 0
                && Objects.equals(level.ticketClass(), lower.ticketClass())
                && level.calendar().equals(lower.calendar());
        if (!comparable) {
            return;
        }
        level.targetMinutes().forEach((clock, minutes) -> {
            Long others = lower.targetMinutes().get(clock);
            if (others != null && minutes > others) {
                findings.add(
                        FindingCode.SLOWER_THAN_LOWER_PRIORITY,
                        path,
                        level.priority() + " has " + minutes + " minutes for " + clock + " and " + lower.priority()
                                + " only " + others + ".");
            }
        });
    }

    /** A clock that runs day and night falls due while nobody works. */
    private static void checkClosed(ServiceLevel level, long closed, String path, Findings findings) {
        Long response = level.targetMinutes().get(ClockKind.RESPONSE);
        Long resolution = level.targetMinutes().get(ClockKind.RESOLUTION);
        Long shortest = response == null ? resolution : response;
        if (level.calendar().equals(ServiceLevel.ALWAYS) && shortest != null && shortest < closed) {
            findings.add(
                    FindingCode.TARGET_WHILE_CLOSED,
                    path + ".calendar",
                    "The clocks run day and night, and cover is closed for up to " + closed / 60 + " hours "
                            + closed % 60 + " minutes at a stretch: a target of " + shortest
                            + " minutes then needs somebody out of hours.");
        }
    }
}
