package dev.remit.engines.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each version is written as {@code x1>a 2026-01-01..2026-07-01}: agreement, number, the master of an addendum, first date,
 * first date without it.
 */
class AddendaInForceTest {

    private static VersionTerm term(String written) {
        String[] parts = written.strip().split("[ .]+");
        return new VersionTerm(
                id(parts[0].charAt(0)),
                parts[0].charAt(1) - '0',
                LocalDate.parse(parts[1]),
                parts.length < 3 ? null : LocalDate.parse(parts[2]),
                parts[0].length() > 2 ? id(parts[0].charAt(3)) : null);
    }

    private static UUID id(char letter) {
        return new UUID(7, letter);
    }

    private static VersionsInForce<VersionTerm> signed(String versions) {
        List<VersionTerm> terms = versions.isBlank()
                ? List.of()
                : Arrays.stream(versions.split(","))
                        .map(AddendaInForceTest::term)
                        .toList();
        return new VersionsInForce<>(terms, Function.identity());
    }

    private static String names(List<VersionTerm> terms) {
        return terms.stream()
                .map(term -> (char) term.agreementId().getLeastSignificantBits() + "" + term.version())
                .collect(Collectors.joining(" "));
    }

    private static String names(Optional<InForce<VersionTerm>> set) {
        return set.map(inForce -> names(inForce.all())).orElse("none");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        an addendum beside its master        | a1 2026-01-01.., x1>a 2026-03-01..                       | 2026-03-01 | a1 x1
        the day before it begins             | a1 2026-01-01.., x1>a 2026-03-01..                       | 2026-02-28 | a1
        its last day                         | a1 2026-01-01.., x1>a 2026-03-01..2026-06-01             | 2026-05-31 | a1 x1
        the first day without it             | a1 2026-01-01.., x1>a 2026-03-01..2026-06-01             | 2026-06-01 | a1
        several, by agreement                | y1>a 2026-02-01.., a1 2026-01-01.., x1>a 2026-03-01..    | 2026-03-01 | a1 x1 y1
        its next version                     | a1 2026-01-01.., x1>a 2026-02-01.., x2>a 2026-03-01..    | 2026-03-01 | a1 x2
        it outlives its master's version     | a1 2026-01-01.., a2 2026-07-01.., x1>a 2026-03-01..      | 2026-07-01 | a2 x1
        ending the master ends it            | a1 2026-01-01..2026-06-01, x1>a 2026-03-01..             | 2026-06-01 | none
        it does not come back with it        | a1 2026-01-01..2026-06-01, a2 2026-08-01.., x1>a 2026-03-01.. | 2026-08-01 | a2
        a next version of it may be signed   | a1 2026-01-01..2026-06-01, a2 2026-08-01.., x1>a 2026-03-01.., x2>a 2026-08-01.. | 2026-08-01 | a2 x2
        its master is not yet in force       | a1 2026-04-01.., x1>a 2026-03-01..                       | 2026-04-01 | a1
        of another master                    | a1 2026-01-01..2026-06-01, b1 2026-06-01.., x1>a 2026-03-01.. | 2026-06-01 | b1
        without any master                   | x1>a 2026-03-01..                                        | 2026-03-01 | none
        withdrawn before it began            | a1 2026-01-01.., x1>a 2026-03-01..2026-03-01             | 2026-03-01 | a1
        """)
    void inForceOnADate(String what, String versions, LocalDate date, String expected) {
        assertEquals(expected, names(signed(versions).on(date)));
    }

    @ParameterizedTest(name = "{1} beside {0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a1 2026-01-01..                                    | x1>a 2026-03-01..           | 2026-03-01..
        a1 2026-01-01..2026-06-01                          | x1>a 2026-03-01..           | 2026-03-01..2026-06-01
        a1 2026-01-01..2026-06-01                          | x1>a 2026-03-01..2026-04-01 | 2026-03-01..2026-04-01
        a1 2026-01-01..2026-06-01, a2 2026-06-01..         | x1>a 2026-03-01..           | 2026-03-01..
        a1 2026-01-01..2026-06-01, a2 2026-05-01..2026-09-01 | x1>a 2026-03-01..         | 2026-03-01..2026-09-01
        a1 2026-01-01..2026-06-01, a2 2026-06-02..         | x1>a 2026-03-01..           | 2026-03-01..2026-06-01
        a1 2026-04-01..                                    | x1>a 2026-03-01..           | 2026-03-01..2026-03-01
        b1 2026-01-01..                                    | x1>a 2026-03-01..           | 2026-03-01..2026-03-01
        a1 2026-01-01.., x2>a 2026-05-01..                 | x1>a 2026-03-01..           | 2026-03-01..2026-05-01
        """)
    void anAddendumIsInForceOnlyWhileItsMasterIs(String versions, String own, String expected) {
        VersionTerm inForce = signed(versions).termInForce(term(own));
        assertEquals(
                expected,
                inForce.effectiveFrom() + ".." + (inForce.effectiveTo() == null ? "" : inForce.effectiveTo()));
    }

    @ParameterizedTest(name = "{1} beside {0}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        a1 2026-01-01..                     | x1>a 2026-03-01.. | none
        a1 2026-01-01.., y1>a 2026-03-01..  | x1>a 2026-03-01.. | none
        a1 2026-01-01.., x1>a 2026-03-01..  | x2>a 2026-04-01.. | none
        a1 2026-01-01.., x1>a 2026-03-01..  | x2>a 2026-03-01.. | x1
        a1 2026-01-01.., x1>a 2026-03-01..  | b1 2026-03-01..   | a1
        x1>a 2026-03-01..                   | a1 2026-01-01..   | none
        """)
    void mastersConflictAndAddendaDoNot(String versions, String candidate, String expected) {
        List<VersionTerm> conflicts = signed(versions).conflictsWith(term(candidate));
        assertEquals(expected, conflicts.isEmpty() ? "none" : names(conflicts));
    }

    @Test
    void coverIsTheMasters() {
        VersionsInForce<VersionTerm> versions =
                signed("a1 2026-01-01..2026-06-01, x1>a 2025-12-01.., y1>a 2026-02-01..2026-03-01");
        assertEquals(Optional.of(LocalDate.parse("2026-01-01")), versions.firstDate());
        VersionsInForce.Lapse<VersionTerm> lapse =
                versions.lapse(LocalDate.parse("2026-02-15")).orElseThrow();
        assertEquals(LocalDate.parse("2026-06-01"), lapse.date());
        assertEquals(id('a'), lapse.last().agreementId());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T04:59:59Z, a1", "2026-03-01T05:00:00Z, a1 x1"})
    void anAddendumBeginsAtMidnightInTheZoneThatItSigns(Instant moment, String expected) {
        ZoneId newYork = ZoneId.of("America/New_York");
        assertEquals(
                expected, names(signed("a1 2026-01-01.., x1>a 2026-03-01..").at(moment, any -> newYork)));
    }
}
