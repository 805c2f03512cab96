package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.sla.Target;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Targets in business days run by hours that close, and name a time within them. */
final class BusinessDayLint implements LintRule {
    private static final LocalDate SOME_MONDAY = LocalDate.of(2026, 1, 5);

    @Override
    public void check(LintCase lintCase, Findings findings) {
        List<ServiceLevel> levels = lintCase.document().serviceLevels();
        for (int i = 0; i < levels.size(); i++) {
            ServiceLevel level = levels.get(i);
            String path = "serviceLevels[" + i + "].";
            level.targets().forEach((clock, target) -> {
                if (target instanceof Target.Days days) {
                    check(days, level, path + clock.name().toLowerCase(Locale.ROOT), lintCase, findings);
                }
            });
        }
    }

    private static void check(Target.Days days, ServiceLevel level, String path, LintCase lintCase, Findings findings) {
        if (level.calendar().equals(ServiceLevel.ALWAYS)) {
            findings.add(
                    FindingCode.BUSINESS_DAYS_WITHOUT_HOURS,
                    path,
                    "The clocks run day and night, where no day is a business day and none closes. Say minutes, or name"
                            + " a calendar.");
        } else if (days.time() != null) {
            List<String> closed = lintCase.hoursOf(level).stream()
                    .flatMap(hours -> closedAt(days.time(), hours).stream())
                    .distinct()
                    .toList();
            if (!closed.isEmpty()) {
                findings.add(
                        FindingCode.BY_OUTSIDE_HOURS,
                        path + ".by",
                        "Nothing is open right before " + days.by() + " on " + String.join(", ", closed)
                                + ", where it means the close of the day.");
            }
        }
    }

    /** The days of the week on which a calendar opens, and not right before the time. */
    private static List<String> closedAt(LocalTime time, CalendarText hours) {
        CompiledCalendar week = new CalendarText("UTC", hours.weekly(), null, null, null)
                .parse()
                .compile();
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        !hours.weekly().getOrDefault(day.name(), List.of()).isEmpty())
                .filter(day -> !week.isOpen(SOME_MONDAY
                        .with(TemporalAdjusters.nextOrSame(day))
                        .atTime(time)
                        .minusSeconds(1)
                        .toInstant(ZoneOffset.UTC)))
                .map(DayOfWeek::name)
                .toList();
    }
}
