package dev.remit.contracts.agreements.lint;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.NamedCalendar;
import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.calendar.CalendarText;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whoever speaks of a calendar finds one that opens, and the hours of each site are its own. */
final class CalendarLint implements LintRule {
    private static final int DAYS_A_WEEK = 7;
    private static final List<List<String>> ALL_DAY = List.of(List.of("00:00", "24:00"));
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Override
    public void check(LintCase lintCase, Findings findings) {
        AgreementDocument document = lintCase.document();
        Map<String, String> named = named(lintCase);
        named.forEach((path, name) -> {
            if (!document.calendars().containsKey(name)) {
                findings.add(FindingCode.UNKNOWN_CALENDAR, path, "No calendar is called " + name + ".");
            }
        });
        for (String name : lintCase.terms().calendars().keySet()) {
            String path = "calendars." + name;
            checkCalendar(document.calendars().get(name), path, findings);
            if (!named.containsValue(name)) {
                findings.add(FindingCode.UNUSED_CALENDAR, path, "No term speaks of the calendar " + name + ".");
            }
        }
        if (lintCase.hasCoverage()) {
            checkSites(document, lintCase.sites(), findings);
        } else if (!lintCase.isAddendum()) {
            findings.add(FindingCode.NO_COVERAGE, "coverage", "Nothing says when you work.");
        }
    }

    /** The names of calendars that the terms speak of, by where they do. */
    private static Map<String, String> named(LintCase lintCase) {
        AgreementDocument document = lintCase.document();
        Map<String, String> named = new LinkedHashMap<>();
        if (lintCase.hasCoverage()) {
            named.put("coverage.calendar", document.coverage().calendar());
            new TreeMap<>(document.coverage().sites())
                    .forEach((site, name) -> named.put("coverage.sites." + site, name));
        }
        List<ServiceLevel> levels = document.serviceLevels();
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).hasOwnCalendar()) {
                named.put("serviceLevels[" + i + "].calendar", levels.get(i).calendar());
            }
        }
        if (document.bandCalendarName() != null) {
            named.put("rateCard.bandCalendar", document.bandCalendarName());
        }
        return named;
    }

    private static void checkCalendar(NamedCalendar calendar, String path, Findings findings) {
        if (calendar.text().weekly().values().stream().allMatch(List::isEmpty)) {
            findings.add(
                    FindingCode.NEVER_OPEN,
                    path + ".weekly",
                    "No day has an open window, so nothing would ever fall due.");
        }
        String region = calendar.region();
        if (region != null && !COUNTRIES.contains(region.substring(0, 2))) {
            findings.add(
                    FindingCode.UNKNOWN_REGION,
                    path + ".region",
                    region.substring(0, 2) + " is no country of ISO 3166.");
        }
    }

    private static void checkSites(AgreementDocument document, Map<String, ZoneId> sites, Findings findings) {
        Set<String> named = document.coverage().sites().keySet();
        named.stream()
                .sorted()
                .filter(code -> !sites.containsKey(code))
                .forEach(code -> findings.add(
                        FindingCode.UNKNOWN_SITE, "coverage.sites." + code, "The client has no site " + code + "."));
        new TreeMap<>(sites).forEach((code, zone) -> {
            String name = document.coverage().calendarAt(code);
            NamedCalendar calendar = document.calendars().get(name);
            if (calendar != null && !calendar.followsSite()) {
                checkZone(code, zone, name, ZoneId.of(calendar.text().zone()), findings);
            }
            if (!named.isEmpty() && !named.contains(code)) {
                findings.add(
                        FindingCode.SITE_WITHOUT_HOURS,
                        "coverage.sites",
                        "Other sites have hours of their own, and " + code + " has those of " + name + ".");
            }
        });
    }

    private static void checkZone(String code, ZoneId own, String name, ZoneId zone, Findings findings) {
        if (!own.getRules().equals(zone.getRules())) {
            findings.add(
                    FindingCode.SITE_IN_ANOTHER_ZONE,
                    "calendars." + name + ".zone",
                    "The site " + code + " is in " + own + ", and its hours are those of " + zone
                            + ". SITE gives each site hours of its own.");
        }
    }

    static boolean isAlwaysOpen(CalendarText calendar) {
        return calendar.weekly().size() == DAYS_A_WEEK
                && calendar.weekly().values().stream().allMatch(ALL_DAY::equals)
                && (calendar.holidays() == null || calendar.holidays().isEmpty())
                && (calendar.exceptions() == null || calendar.exceptions().isEmpty());
    }
}
