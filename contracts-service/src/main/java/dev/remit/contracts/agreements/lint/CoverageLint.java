package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.calendar.CalendarText;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The clocks have hours to run in, and somebody thought of the holidays. */
final class CoverageLint implements LintRule {
    private static final int DAYS_A_WEEK = 7;
    private static final int MOST_LISTED = 50;
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);
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
        noteHolidays(coverage, document, findings);
    }

    /** Holidays move deadlines; one that is listed by mistake is seen here before it moves any. */
    private static void noteHolidays(CalendarText coverage, AgreementDocument document, Findings findings) {
        LocalDate last = document.effectiveTo() == null ? LATEST : document.effectiveTo();
        List<LocalDate> closed = coverage.in("UTC").parse().holidaysOnOpenDays(document.effectiveFrom(), last);
        if (!closed.isEmpty()) {
            String dates = closed.stream()
                    .limit(MOST_LISTED)
                    .map(date -> date + " (" + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ")")
                    .collect(Collectors.joining(", "));
            String more = closed.size() > MOST_LISTED ? " and " + (closed.size() - MOST_LISTED) + " more" : "";
            findings.note(
                    "holidays-on-open-days",
                    "coverage.holidays",
                    "Holidays on days that have hours of cover; deadlines move past them: " + dates + more + ".");
        }
    }

    static boolean isAlwaysOpen(CalendarText calendar) {
        return calendar.weekly().size() == DAYS_A_WEEK
                && calendar.weekly().values().stream().allMatch(ALL_DAY::equals)
                && (calendar.holidays() == null || calendar.holidays().isEmpty())
                && (calendar.exceptions() == null || calendar.exceptions().isEmpty());
    }
}
