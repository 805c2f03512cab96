package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.calendar.CalendarText;
import java.util.List;

/** The clocks have hours to run in, and somebody thought of the holidays. */
final class CoverageLint implements LintRule {
    private static final int DAYS_A_WEEK = 7;
    private static final List<List<String>> ALL_DAY = List.of(List.of("00:00", "24:00"));

    @Override
    public void check(LintCase lintCase, Findings findings) {
        if (!lintCase.hasCoverage()) {
            findings.error("no-coverage", "coverage", "Nothing says when you work.");
            return;
        }
        AgreementDocument document = lintCase.document();
        CalendarText coverage = document.coverage().text();
        if (coverage.weekly().values().stream().allMatch(List::isEmpty)) {
            findings.error(
                    "never-open", "coverage.weekly", "No day has an open window, so nothing would ever fall due.");
        }
        String year = Integer.toString(document.effectiveFrom().getYear());
        boolean closes = !isAlwaysOpen(coverage);
        if (closes && coverage.holidays().stream().noneMatch(day -> day.startsWith(year))) {
            findings.warning("no-holidays", "coverage.holidays", "No holiday of " + year + " is listed.");
        }
    }

    static boolean isAlwaysOpen(CalendarText calendar) {
        return calendar.weekly().size() == DAYS_A_WEEK
                && calendar.weekly().values().stream().allMatch(ALL_DAY::equals)
                && (calendar.holidays() == null || calendar.holidays().isEmpty())
                && (calendar.exceptions() == null || calendar.exceptions().isEmpty());
    }
}
