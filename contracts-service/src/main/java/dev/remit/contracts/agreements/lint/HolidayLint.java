package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.calendar.CalendarText;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Somebody thought of the holidays of each year, and listed none by mistake. */
final class HolidayLint implements LintRule {
    private static final int MOST_LISTED = 50;
    private static final int MOST_YEARS = 100;
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 30);

    /** So long before the last list runs out the next one should be agreed. */
    private static final int DAYS_AHEAD = 60;

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        lintCase.calendars(lintCase.terms().calendars().keySet())
                .forEach((name, calendar) -> checkYears(calendar, path(name), lintCase, findings));
        if (lintCase.hasCoverage()) {
            lintCase.calendars(document.coverage().calendarNames())
                    .forEach((name, calendar) -> noteHolidays(calendar, path(name), document, findings));
        }
    }

    private static String path(String calendar) {
        return "calendars." + calendar + ".holidays";
    }

    private static void checkYears(CalendarText calendar, String path, LintCase lintCase, Findings findings) {
        if (CalendarLint.isAlwaysOpen(calendar)) {
            return;
        }
        List<String> holidays = calendar.holidays() == null ? List.of() : calendar.holidays();
        int first = lintCase.document().effectiveFrom().getYear();
        int last = Math.min(lastDate(lintCase).getYear(), first + MOST_YEARS);
        String missing = IntStream.rangeClosed(first, last)
                .mapToObj(Integer::toString)
                .filter(year -> holidays.stream().noneMatch(day -> day.startsWith(year)))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            findings.add(
                    FindingCode.NO_HOLIDAYS,
                    path,
                    "No holiday of " + missing + " is listed: clocks run and work is priced as on any other day.");
        }
    }

    /** The last date for which holidays are due by now. */
    private static LocalDate lastDate(LintCase lintCase) {
        AgreementDocument document = lintCase.document();
        if (document.effectiveTo() != null) {
            return document.effectiveTo().minusDays(1);
        }
        LocalDate soon = lintCase.today().plusDays(DAYS_AHEAD);
        LocalDate first = document.effectiveFrom();
        LocalDate bound = Optional.ofNullable(lintCase.terms().term())
                .flatMap(term -> term.boundUntil(first, first))
                .map(end -> end.minusDays(1))
                .orElse(first);
        return soon.isAfter(bound) ? soon : bound;
    }

    /** Holidays move deadlines; one that is listed by mistake is seen here before it moves any. */
    private static void noteHolidays(
            CalendarText coverage, String path, AgreementDocument document, Findings findings) {
        LocalDate last = document.effectiveTo() == null ? LATEST : document.effectiveTo();
        List<LocalDate> closed = coverage.in("UTC").parse().holidaysOnOpenDays(document.effectiveFrom(), last);
        if (!closed.isEmpty()) {
            String dates = closed.stream()
                    .limit(MOST_LISTED)
                    .map(date -> date + " (" + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + ")")
                    .collect(Collectors.joining(", "));
            String more = closed.size() > MOST_LISTED ? " and " + (closed.size() - MOST_LISTED) + " more" : "";
            findings.add(
                    FindingCode.HOLIDAYS_ON_OPEN_DAYS,
                    path,
                    "Holidays on days that have hours of cover; deadlines move past them: " + dates + more + ".");
        }
    }
}
