package dev.remit.contracts.agreements.lint;

import static java.util.Collections.nCopies;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What lint says of the demo world's contract: as it is, and changed as docs/lint.md has it for each rule. */
class LintTest {
    private static final String PAGE = page();

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/lint.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A heading such as {@code ### no-rate} with the blocks after "Noticed:" and "Not noticed:". */
    private static Matcher section(FindingCode code) {
        Matcher section = Pattern.compile("(?ms)^### " + code.code()
                        + "\n.*?^Noticed:\n```json\n(.*?)```\nNot noticed:\n```json\n(.*?)```")
                .matcher(PAGE);
        assertTrue(section.find(), () -> "docs/lint.md has no examples of " + code.code());
        return section;
    }

    @ParameterizedTest
    @EnumSource
    void exampleIsNoticed(FindingCode code) {
        List<Finding> findings = findings(section(code).group(1));
        assertTrue(findings.stream().anyMatch(finding -> finding.code().equals(code.code())), findings::toString);
    }

    @ParameterizedTest
    @EnumSource
    void soundExampleIsNot(FindingCode code) {
        List<Finding> findings = findings(section(code).group(2));
        assertFalse(findings.stream().anyMatch(finding -> finding.code().equals(code.code())), findings::toString);
    }

    @Test
    void everySectionIsAboutARule() {
        List<String> known = Stream.of(FindingCode.values())
                .map(code -> code.severity() + " " + code.code())
                .sorted()
                .toList();
        String[] parts = PAGE.split("\n## ");
        List<String> described = Stream.of(parts)
                .skip(1)
                .flatMap(part -> Pattern.compile("(?m)^### (\\S+)$")
                        .matcher(part)
                        .results()
                        .map(heading -> severity(part) + " " + heading.group(1)))
                .sorted()
                .toList();
        assertEquals(known, described);
    }

    private static String severity(String part) {
        return part.startsWith("Errors") ? "ERROR" : part.startsWith("Warnings") ? "WARNING" : "NOTE";
    }

    @Test
    void demoContractIsSound() {
        assertEquals(
                List.of(
                        "WARNING target-while-closed serviceLevels[0].calendar",
                        "NOTE holidays-on-open-days calendars.office-hours.holidays"),
                findings("{}").stream().map(LintTest::brief).toList());
    }

    static Stream<Arguments> places() {
        return Stream.of(
                place("ERROR unknown-clause coverage.clause", "{\"/terms/coverage/clause\": \"9\"}"),
                place("ERROR unknown-clause serviceLevels[0].clause", "{\"/terms/serviceLevels/0/clause\": \"9\"}"),
                place("ERROR unknown-clause rateCard.clause", "{\"/terms/rateCard/clause\": \"9\"}"),
                place("ERROR unknown-clause term.clause", "{\"/terms/term/clause\": \"9\"}"),
                place("ERROR no-rate scopeRules[3].workType", "{\"/terms/rateCard/hourly/0/from\": \"2026-01-02\"}"),
                place(
                        "WARNING rule-never-applies scopeRules[5]",
                        "{\"/terms/scopeRules/-\": {\"clause\": \"4.3\", \"item\": \"structured-cabling\","
                                + " \"treatment\": \"EXCLUDED\"}}"),
                place(
                        "WARNING no-holidays calendars.mondays.holidays",
                        "{\"/terms/calendars/mondays\": {\"zone\": \"SITE\","
                                + " \"weekly\": {\"MONDAY\": [[\"08:00\", \"17:00\"]]}}}"),
                place(
                        "ERROR currency-mismatch scopeRules[3].price.currency",
                        "{\"/terms/rateCard\": null, \"/terms/scopeRules/3/price\":"
                                + " {\"kind\": \"FIXED\", \"amount\": \"4500.00\", \"currency\": \"EUR\"}}"),
                place("ERROR unknown-calendar coverage.calendar", "{\"/terms/coverage/calendar\": \"nights\"}"),
                place(
                        "ERROR unknown-calendar coverage.sites.broad-street",
                        "{\"/terms/coverage/sites\": {\"broad-street\": \"nights\"}}"),
                place("ERROR unknown-calendar rateCard.bandCalendar", "{\"/terms/rateCard/bandCalendar\": \"nights\"}"),
                place(
                        "ERROR unknown-site coverage.sites.wall-street",
                        "{\"/terms/coverage/sites\": {\"wall-street\": \"office-hours\"}}"),
                place(
                        "ERROR contradicting-rules scopeRules[3]",
                        "{\"/master\": {\"effectiveFrom\": \"2025-12-01\"}, \"/addendum\":"
                                + " [{\"clause\": \"4.1\", \"item\": \"office-move\", \"treatment\": \"INCLUDED\"}]}"),
                place(
                        "ERROR not-applied-yet rateCard.travel.kind",
                        "{\"/terms/rateCard/travel\": {\"kind\": \"HOURLY\", \"rate\": \"90.00\"}}"),
                place(
                        "ERROR not-applied-yet responseEvents[1]",
                        "{\"/terms/responseEvents\": [\"ASSIGNED\", \"PUBLIC_UPDATE\"]}"),
                place(
                        "ERROR not-applied-yet credits[0]",
                        "{\"/terms/credits\": [{\"clause\": \"3.1\", \"on\": \"BREACH\", \"percentOfFee\": \"5\"}]}"));
    }

    private static Arguments place(String brief, String changes) {
        return Arguments.of(brief, changes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void placeIsNamed(String brief, String changes) {
        List<String> noticed = findings(changes).stream().map(LintTest::brief).toList();
        assertTrue(noticed.contains(brief), noticed::toString);
    }

    @Test
    void termThatIsNotAppliedIsNamedByItsClause() {
        assertEquals(
                "What clause 6.1 says here is not applied by Remit yet, so it cannot be signed as a term. Take it out, or"
                        + " leave it to the clause's text.",
                findings("{\"/terms/rateCard/callOut\": \"95.00\"}").getFirst().text());
    }

    @Test
    void wrongExampleIsToldWhatItComesTo() {
        List<String> texts = findings("""
                {"/terms/examples/0/work/amount": "2700.00",
                 "/terms/examples/1/target/due": "2026-06-08T08:30",
                 "/terms/examples/-": {"title": "No rate", "work": {"workType": "PROJECT", "from": "2026-06-05T16:30",
                   "to": "2026-06-05T17:30", "amount": "1.00"}}}
                """).stream()
                .filter(finding -> finding.code().equals("wrong-example"))
                .map(finding -> finding.path() + " " + finding.text())
                .toList();
        assertEquals(
                List.of(
                        "examples[0] It comes out as 4200.00, not as 2700.00.",
                        "examples[1] It comes out as 2026-06-08T09:30, not as 2026-06-08T08:30.",
                        "examples[2] It cannot be computed: it has no hourly rate on 2026-06-05 in the rate card: PROJECT."),
                texts);
    }

    @Test
    void examplesOfADraftShareOneBudgetOfSteps() {
        String year = """
                {"title": "A year", "work": {"workType": "ONSITE", "site": "broad-street", "from": "2026-06-20T08:00",
                 "to": "2027-06-17T08:00", "technicians": 10, "amount": "1.00"}}""";
        List<String> texts =
                texts("wrong-example", "{\"/terms/examples\": [" + String.join(",", nCopies(20, year)) + "]}");
        assertTrue(texts.getFirst().startsWith("It comes out as "), texts::toString);
        assertTrue(texts.getLast().contains("takes more than 1000000 calendar steps"), texts::toString);
    }

    @Test
    void yearsWithoutHolidaysAreNamed() {
        assertEquals(
                List.of("No holiday of 2027, 2028 is listed: clocks run and work is priced as on any other day."),
                texts(
                        "no-holidays",
                        "{\"/terms/effectiveTo\": \"2029-01-01\", \"/terms/term/renewal\": {\"mode\": \"NONE\"}}"));
    }

    @Test
    void holidaysOfAnOpenEndedOneAreMissedSixtyDaysAhead() {
        assertFalse(codes("{\"/today\": \"2026-11-01\"}").contains("no-holidays"));
        assertTrue(codes("{\"/today\": \"2026-11-02\"}").contains("no-holidays"));
    }

    @Test
    void holidaysOnDaysWithHoursOfCoverAreListed() {
        assertEquals(
                List.of("Holidays on days that have hours of cover; deadlines move past them:"
                        + " 2026-06-19 (Friday), 2026-07-03 (Friday)."),
                findings("{\"/terms/calendars/office-hours/holidays\":"
                                + " [\"2025-12-25\", \"2026-06-19\", \"2026-06-20\", \"2026-07-03\"]}")
                        .stream()
                        .filter(finding -> finding.severity() == Finding.Severity.NOTE)
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void closedStretchIsToldInHours() {
        String text = texts("target-while-closed", "{}").getFirst();
        assertTrue(text.contains("up to 63 hours 0 minutes"), text);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            "response":{"businessDays":1,"by":"CLOSE"}  | "resolutionMinutes":540                     | The response is due only after the resolution for a ticket of 2026-01-05T00:00.
            "response":{"businessDays":1,"by":"CLOSE"}  | "resolutionMinutes":1080                    |
            "responseMinutes":480                       | "resolution":{"businessDays":1,"by":"16:29"} | The response is due only after the resolution for a ticket of 2026-01-05T23:59.
            "responseMinutes":480                       | "resolution":{"businessDays":1,"by":"16:30"} |
            "response":{"businessDays":2,"by":"12:01"}  | "resolution":{"businessDays":2,"by":"12:00"} | The response is due only after the resolution for a ticket of 2026-01-05T00:00.
            "response":{"businessDays":2,"by":"18:00"}  | "resolution":{"businessDays":2,"by":"CLOSE"} |
            """)
    void targetsInMinutesAndInBusinessDaysAreCompared(String response, String resolution, String text) {
        List<String> texts = texts(
                "response-after-resolution",
                "{\"/terms/serviceLevels/2\":{\"clause\":\"3.1\",\"priority\":\"P3\"," + response + "," + resolution
                        + ",\"calendar\":\"COVERAGE\"}}");
        assertEquals(text == null ? List.of() : List.of(text), texts);
    }

    @Test
    void aLowerPriorityIsComparedInBusinessDaysToo() {
        List<String> texts = texts("slower-than-lower-priority", """
                {"/terms/serviceLevels/1/resolutionMinutes": null,
                 "/terms/serviceLevels/1/resolution": {"businessDays": 5, "by": "CLOSE"}}
                """);
        assertEquals(
                List.of("P2 has until CLOSE of business day 5 for RESOLUTION and P3 only 2400 minutes for a ticket of"
                        + " 2026-01-05T00:00."),
                texts);
    }

    @Test
    void aTimeOutsideOfHoursIsNamedByItsDays() {
        List<String> found = findings("""
                {"/terms/serviceLevels/2/resolutionMinutes": null,
                 "/terms/serviceLevels/2/resolution": {"businessDays": 5, "by": "13:00"},
                 "/terms/calendars/office-hours/weekly/FRIDAY": [["08:30", "12:30"]]}
                """).stream()
                .filter(finding -> finding.code().equals("by-outside-hours"))
                .map(finding -> finding.path() + " " + finding.text())
                .toList();
        assertEquals(
                List.of(
                        "serviceLevels[2].resolution.by Nothing is open right before 13:00 on FRIDAY, where it means the"
                                + " close of the day."),
                found);
    }

    @Test
    void errorsComeFirst() {
        List<Finding> findings = findings("{\"/terms/rateCard\": null, \"/terms/scopeRules/0\": null}");
        assertEquals(
                findings.stream().map(Finding::severity).sorted().toList(),
                findings.stream().map(Finding::severity).toList());
    }

    private static String brief(Finding finding) {
        return finding.severity() + " " + finding.code() + " " + finding.path();
    }

    @Test
    void anExampleIsAtASiteThatTheClientHas() {
        for (String place : List.of("0/work", "1/target")) {
            assertEquals(
                    List.of("examples[" + place.replace("/", "].") + ".site"),
                    findings("{\"/terms/examples/" + place + "/site\": \"wall-street\"}").stream()
                            .filter(finding -> finding.code().equals("unknown-site"))
                            .map(Finding::path)
                            .toList());
        }
    }

    private static List<String> codes(String changes) {
        return findings(changes).stream().map(Finding::code).toList();
    }

    private static List<String> texts(String code, String changes) {
        return findings(changes).stream()
                .filter(finding -> finding.code().equals(code))
                .map(Finding::text)
                .toList();
    }

    private static List<Finding> findings(String changes) {
        JsonNode parsed = Json.parse(changes.getBytes(StandardCharsets.UTF_8));
        return Lint.of(DemoCase.with(parsed));
    }
}
