package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.calendar.CalendarText;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The clocks have hours to run in, at each site its own. */
final class CoverageLint implements LintRule {
    private static final int DAYS_A_WEEK = 7;
    private static final List<List<String>> ALL_DAY = List.of(List.of("00:00", "24:00"));

    @Override
    public void check(LintCase lintCase, Findings findings) {
        if (!lintCase.hasCoverage()) {
            findings.add(FindingCode.NO_COVERAGE, "coverage", "Nothing says when you work.");
            return;
        }
        AgreementDocument document = lintCase.document();
        CalendarText coverage = document.coverage().text();
        if (coverage.weekly().values().stream().allMatch(List::isEmpty)) {
            findings.add(
                    FindingCode.NEVER_OPEN,
                    "coverage.weekly",
                    "No day has an open window, so nothing would ever fall due.");
        }
        if (!document.coverage().followsSite()) {
            checkSites(ZoneId.of(coverage.zone()), lintCase.sites(), findings);
        }
    }

    private static void checkSites(ZoneId zone, Map<String, ZoneId> sites, Findings findings) {
        new TreeMap<>(sites).forEach((code, own) -> {
            if (!own.getRules().equals(zone.getRules())) {
                findings.add(
                        FindingCode.SITE_IN_ANOTHER_ZONE,
                        "coverage.zone",
                        "The site " + code + " is in " + own + ", and its hours are those of " + zone
                                + ". SITE gives each site hours of its own.");
            }
        });
    }

    static boolean isAlwaysOpen(CalendarText calendar) {
        return calendar.weekly().size() == DAYS_A_WEEK
                && calendar.weekly().values().stream().allMatch(ALL_DAY::equals)
                && (calendar.holidays() == null || calendar.holidays().isEmpty())
                && (calendar.exceptions() == null || calendar.exceptions().isEmpty());
    }
}
