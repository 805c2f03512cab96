package dev.remit.engines.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each version is written as {@code a1 2026-01-01..2026-07-01}: agreement, number, first date, first date without it; a
 * version that was withdrawn has an empty range.
 */
class VersionsInForceTest {

    private static VersionTerm term(String written) {
        String[] parts = written.strip().split("[ .]+");
        return new VersionTerm(
                new UUID(7, parts[0].charAt(0)),
                Integer.parseInt(parts[0].substring(1)),
                LocalDate.parse(parts[1]),
                parts.length < 3 ? null : LocalDate.parse(parts[2]));
    }

    private static String name(VersionTerm term) {
        return (char) term.agreementId().getLeastSignificantBits() + "" + term.version();
    }

    private static String names(List<VersionTerm> terms) {
        return terms.isEmpty()
                ? "none"
                : terms.stream().map(VersionsInForceTest::name).collect(Collectors.joining(" "));
    }

    private static VersionsInForce<VersionTerm> signed(String versions) {
        List<VersionTerm> terms = versions.isBlank()
                ? List.of()
                : Arrays.stream(versions.split(","))
                        .map(VersionsInForceTest::term)
                        .toList();
        return new VersionsInForce<>(terms, Function.identity());
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        nothing was signed                        | ""                                               | 2026-06-30 | none
        the day before it begins                  | a1 2026-01-01..                                  | 2025-12-31 | none
        its first day                             | a1 2026-01-01..                                  | 2026-01-01 | a1
        its last day                              | a1 2026-01-01..2026-07-01                        | 2026-06-30 | a1
        the first day without it                  | a1 2026-01-01..2026-07-01                        | 2026-07-01 | none
        the last day before the next version      | a1 2026-01-01.., a2 2026-07-01..                 | 2026-06-30 | a1
        the day on which the next version begins  | a1 2026-01-01.., a2 2026-07-01..                 | 2026-07-01 | a2
        of three the second                       | a1 2026-01-01.., a2 2026-03-01.., a3 2026-07-01..| 2026-06-30 | a2
        in a gap between two versions             | a1 2026-01-01..2026-06-01, a2 2026-07-01..       | 2026-06-15 | none
        after the gap                             | a1 2026-01-01..2026-06-01, a2 2026-07-01..       | 2026-07-01 | a2
        what was replaced does not come back      | a1 2026-01-01.., a2 2026-07-01..2026-09-01       | 2026-09-01 | none
        ended late, replaced before               | a1 2026-01-01..2026-12-31, a2 2026-10-01..       | 2026-10-01 | a2
        ended before the signed next one begins   | a1 2026-01-01..2026-10-15, a2 2027-01-01..       | 2026-10-15 | none
        that next one then begins                 | a1 2026-01-01..2026-10-15, a2 2027-01-01..       | 2027-01-01 | a2
        withdrawn before it began                 | a1 2026-01-01..2026-01-01                        | 2026-01-01 | none
        a withdrawn one replaces nothing          | a1 2026-01-01.., a2 2026-07-01..2026-07-01       | 2026-07-01 | a1
        the third after a withdrawn second        | a1 2026-01-01.., a2 2026-07-01..2026-07-01, a3 2026-08-01.. | 2026-07-31 | a1
        another agreement after the first ended   | a1 2026-01-01..2026-07-01, b1 2026-07-01..       | 2026-07-01 | b1
        two of one agreement on one first day     | a1 2026-01-01.., a2 2026-01-01..                 | 2026-01-01 | a2
        two agreements at once: the later one     | a1 2026-01-01.., b1 2026-03-01..                 | 2026-03-01 | b1
        """)
    void inForceOnADate(String what, String versions, LocalDate date, String expected) {
        assertEquals(
                expected,
                signed(versions)
                        .on(date)
                        .map(InForce::master)
                        .map(VersionsInForceTest::name)
                        .orElse("none"));
    }

    @ParameterizedTest(name = "{1} at {0}")
    @CsvSource({
        "2026-07-01T03:59:59Z, America/New_York, a1",
        "2026-07-01T04:00:00Z, America/New_York, a2",
        "2026-06-30T22:59:59Z, Europe/London, a1",
        "2026-06-30T23:00:00Z, Europe/London, a2",
        "2026-06-30T12:00:00Z, Pacific/Auckland, a2",
        "2026-06-30T11:59:59Z, Pacific/Auckland, a1",
    })
    void theNextVersionBeginsAtMidnightInTheClientsZone(Instant moment, ZoneId zone, String expected) {
        VersionsInForce<VersionTerm> versions = signed("a1 2026-01-01.., a2 2026-07-01..");
        LocalDate date = LocalDate.ofInstant(moment, zone);
        assertEquals(
                expected,
                versions.on(date)
                        .map(InForce::master)
                        .map(VersionsInForceTest::name)
                        .orElse("none"));
    }

    @ParameterizedTest(name = "at {0} where a2 is signed for {1}: {2}")
    @CsvSource({
        "2026-07-01T03:59:59Z, America/New_York, a1",
        "2026-07-01T04:00:00Z, America/New_York, a2",
        "2026-06-30T12:00:00Z, Pacific/Auckland, a2",
        "2026-06-30T11:59:59Z, Pacific/Auckland, a1",
        "2025-12-31T23:59:59Z, Pacific/Auckland, none",
        "2026-01-01T00:00:00Z, Pacific/Auckland, a1",
    })
    void aVersionBeginsAtMidnightInTheZoneThatItSigns(Instant moment, ZoneId zone, String expected) {
        assertEquals(
                expected,
                signed("a1 2026-01-01.., a2 2026-07-01..")
                        .at(moment, version -> version.version() == 1 ? ZoneId.of("UTC") : zone)
                        .map(InForce::master)
                        .map(VersionsInForceTest::name)
                        .orElse("none"));
    }

    /** What was known of the same agreement from one month to the next: signed, ended early, replaced from the past on. */
    @Test
    void aVersionThatIsDatedBackReplacesTheOneBeforeFromThenOn() {
        LocalDate june = LocalDate.parse("2026-06-15");
        assertEquals(
                "a1",
                signed("a1 2026-01-01..")
                        .on(june)
                        .map(InForce::master)
                        .map(VersionsInForceTest::name)
                        .orElseThrow());
        assertEquals(
                "a2",
                signed("a1 2026-01-01.., a2 2026-06-01..")
                        .on(june)
                        .map(InForce::master)
                        .map(VersionsInForceTest::name)
                        .orElseThrow());
    }

    @ParameterizedTest(name = "{1} after {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a1 2026-01-01..                                  | a1 2026-01-01..           | 2026-01-01..
        a1 2026-01-01.., a2 2026-07-01..                 | a1 2026-01-01..           | 2026-01-01..2026-07-01
        a1 2026-01-01..2026-06-01, a2 2026-07-01..       | a1 2026-01-01..2026-06-01 | 2026-01-01..2026-06-01
        a1 2026-01-01.., a2 2026-07-01..2026-07-01       | a1 2026-01-01..           | 2026-01-01..
        a1 2026-01-01.., b1 2026-07-01..                 | a1 2026-01-01..           | 2026-01-01..
        a1 2026-01-01.., a2 2026-01-01..                 | a1 2026-01-01..           | 2026-01-01..2026-01-01
        a1 2026-01-01.., a2 2026-03-01.., a3 2026-07-01..| a2 2026-03-01..           | 2026-03-01..2026-07-01
        a1 2026-01-01.., a2 2026-07-01..2026-07-01       | a2 2026-07-01..2026-07-01 | 2026-07-01..2026-07-01
        """)
    void aTermEndsWhereTheNextVersionBegins(String versions, String own, String expected) {
        VersionTerm inForce = signed(versions).termInForce(term(own));
        assertEquals(
                expected,
                inForce.effectiveFrom() + ".." + (inForce.effectiveTo() == null ? "" : inForce.effectiveTo()));
    }

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""                                               | 2026-06-30 | none
        a1 2026-01-01..                                  | 2026-06-30 | none
        a1 2026-01-01..2026-07-01                        | 2026-06-30 | 2026-07-01 a1
        a1 2026-01-01..2026-07-01                        | 2026-07-01 | none
        a1 2026-01-01.., a2 2026-07-01..2026-09-01       | 2026-01-01 | 2026-09-01 a2
        a1 2026-01-01..2026-07-01, b1 2026-07-01..       | 2026-01-01 | none
        a1 2026-01-01..2026-07-01, b1 2026-07-02..       | 2026-01-01 | 2026-07-01 a1
        a1 2026-01-01..2026-07-01, a2 2026-07-01..2026-07-01 | 2026-01-01 | 2026-07-01 a1
        """)
    void coverLapsesWhereNoVersionGoesOn(String versions, LocalDate covered, String expected) {
        assertEquals(
                expected,
                signed(versions)
                        .lapse(covered)
                        .map(lapse -> lapse.date() + " " + name(lapse.last()))
                        .orElse("none"));
    }

    @ParameterizedTest(name = "{1} beside {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""                                         | a1 2026-01-01..           | none
        a1 2026-01-01..                            | a2 2026-07-01..           | none
        a1 2026-01-01..                            | a2 2026-01-02..           | none
        a1 2026-01-01..                            | a2 2026-01-01..           | a1
        a1 2026-01-01..                            | a2 2025-12-31..           | a1
        a2 2026-01-01..                            | a1 2026-07-01..           | a2
        a2 2026-07-01..                            | a1 2026-01-01..           | a2
        a1 2026-01-01..                            | a1 2026-01-01..           | none
        a1 2026-01-01..2026-01-01                  | a2 2025-12-01..           | none
        a1 2026-01-01..                            | b1 2026-07-01..           | a1
        a1 2026-01-01..2026-07-01                  | b1 2026-07-01..           | none
        a1 2026-01-01..2026-07-01                  | b1 2026-06-30..           | a1
        a1 2026-07-01..                            | b1 2026-01-01..2026-07-01 | none
        a1 2026-07-01..                            | b1 2026-01-01..2026-07-02 | a1
        a1 2026-01-01.., a2 2026-07-01..2026-09-01 | b1 2026-09-01..           | none
        a1 2026-01-01.., a2 2026-07-01..2026-09-01 | b1 2026-06-01..           | a1 a2
        a1 2026-01-01..                            | b1 2026-07-01..2026-07-01 | none
        """)
    void versionsThatCannotBothBeSigned(String versions, String candidate, String expected) {
        assertEquals(expected, names(signed(versions).conflictsWith(term(candidate))));
    }

    @Test
    void anEndOnlyComesSooner() {
        VersionTerm open = term("a1 2026-01-01..");
        VersionTerm ended = open.endedOn(LocalDate.parse("2026-07-01"));
        assertEquals(term("a1 2026-01-01..2026-07-01"), ended);
        assertEquals(ended, ended.endedOn(LocalDate.parse("2026-08-01")));
        assertEquals(ended, ended.endedOn(null));
        assertEquals(term("a1 2026-01-01..2026-01-01"), ended.withdrawn());
        assertEquals(
                "2026-01-01",
                signed("a2 2026-07-01.., a1 2026-01-01..")
                        .firstDate()
                        .orElseThrow()
                        .toString());
        assertEquals(
                "2026-07-01",
                signed("a2 2026-07-01.., a1 2026-01-01..2026-01-01")
                        .firstDate()
                        .orElseThrow()
                        .toString());
    }
}
