package dev.remit.engines.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.sla.ClockKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise of so many in a hundred, read in the period and after it. */
class PromiseReadingTest {
    private static PromiseReading read(
            String percent, Integer minimum, long met, long breached, long excused, String today) {
        CompliancePromise promise = new CompliancePromise(
                "3.1",
                ClockKind.RESPONSE,
                List.of("P1"),
                Fraction.parse(percent),
                PeriodLength.MONTH,
                minimum,
                Set.of("MAINTENANCE"));
        ComplianceFigures figures = ComplianceFigures.met(met)
                .plus(ComplianceFigures.breached(breached))
                .plus(ComplianceFigures.excused("MAINTENANCE", excused))
                .plus(ComplianceFigures.leftOut(LeftOut.SPAM, 3));
        return PromiseReading.of(promise, CompliancePeriod.parse("2026-11"), figures, LocalDate.parse(today));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # percent | minimum | met | late | excused | asItIs       | withExcuses
        95        | -       | 95  | 5    | 0       | KEPT         | KEPT
        95        | -       | 94  | 6    | 0       | MISSED       | MISSED
        95        | -       | 94  | 6    | 1       | MISSED       | MISSED
        95        | -       | 94  | 6    | 2       | MISSED       | KEPT
        99.9      | -       | 999 | 1    | 0       | KEPT         | KEPT
        99.9      | -       | 998 | 1    | 0       | MISSED       | MISSED
        100       | -       | 9   | 1    | 1       | MISSED       | KEPT
        100       | -       | 9   | 0    | 0       | KEPT         | KEPT
        95        | -       | 0   | 0    | 0       | NOT_PROMISED | NOT_PROMISED
        95        | -       | 0   | 2    | 2       | MISSED       | NOT_PROMISED
        95        | 20      | 18  | 1    | 0       | NOT_PROMISED | NOT_PROMISED
        95        | 20      | 18  | 2    | 2       | MISSED       | KEPT
        33.3      | -       | 1   | 2    | 0       | KEPT         | KEPT
        33.4      | -       | 1   | 2    | 0       | MISSED       | MISSED
        """)
    void isJudgedWhenThePeriodIsOver(
            String percent,
            Integer minimum,
            long met,
            long late,
            long excused,
            PromiseState asItIs,
            PromiseState agreed) {
        PromiseReading read = read(percent, minimum, met, late, excused, "2026-12-01");
        assertEquals(asItIs, read.asItIs());
        assertEquals(agreed, read.withExcuses());
        assertNull(read.budget());
    }

    /** November has 30 days. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # percent | met | late | excused | today      | expected | allowed | left | goneOn
        95        | 38  | 2    | 0       | 2026-11-10 | 120      | 6       | 4    | 2026-11-30
        95        | 37  | 3    | 0       | 2026-11-10 | 120      | 6       | 3    | 2026-11-20
        95        | 37  | 3    | 1       | 2026-11-10 | 117      | 5       | 3    | 2026-11-25
        95        | 34  | 6    | 0       | 2026-11-10 | 120      | 6       | 0    | -
        95        | 30  | 10   | 0       | 2026-11-10 | 120      | 6       | 0    | -
        95        | 40  | 0    | 0       | 2026-11-10 | 120      | 6       | 6    | -
        95        | 119 | 1    | 0       | 2026-11-30 | 120      | 6       | 5    | -
        95        | 0   | 0    | 0       | 2026-11-01 | 0        | 0       | 0    | -
        """)
    void aMonthUnderWayHasSoManyMissesLeft(
            String percent,
            long met,
            long late,
            long excused,
            String today,
            long expected,
            long allowed,
            long left,
            LocalDate goneOn) {
        PromiseReading read = read(percent, null, met, late, excused, today);
        assertEquals(PromiseState.OPEN, read.asItIs());
        assertEquals(PromiseState.OPEN, read.withExcuses());
        assertEquals(new MissBudget(expected, allowed, late - excused, left, goneOn), read.budget());
    }

    @Test
    void beforeThePeriodThereIsNothingToSpend() {
        PromiseReading read = read("95", null, 0, 0, 0, "2026-10-31");
        assertEquals(PromiseState.OPEN, read.asItIs());
        assertNull(read.budget());
    }

    @Test
    void bothSharesAreGiven() {
        PromiseReading read = read("95", null, 94, 6, 2, "2026-12-01");
        assertEquals(Fraction.of(94, 100), read.share().orElseThrow());
        assertEquals(Fraction.of(94, 98), read.shareWithExcuses().orElseThrow());
        assertEquals(103, read.figures().all());
        assertTrue(read("95", null, 0, 2, 2, "2026-12-01").shareWithExcuses().isEmpty());
    }

    @Test
    void anExcuseForAReasonThatItDoesNotExcludeIsNone() {
        PromiseReading read = read("95", null, 94, 6, 0, "2026-12-01");
        ComplianceFigures excused = read.figures().plus(ComplianceFigures.excused("FORCE_MAJEURE", 6));
        assertEquals(
                PromiseState.MISSED,
                PromiseReading.of(read.promise(), read.period(), excused, LocalDate.of(2026, 12, 1))
                        .withExcuses());
        assertEquals(6, excused.excusedInAll());
    }

    @Test
    void isAboutItsClockAndPriorities() {
        CompliancePromise promise = read("95", null, 0, 0, 0, "2026-12-01").promise();
        assertTrue(promise.isAbout(ClockKind.RESPONSE, "P1"));
        assertFalse(promise.isAbout(ClockKind.RESPONSE, "P2"));
        assertFalse(promise.isAbout(ClockKind.RESOLUTION, "P1"));
        assertTrue(promise.allows("MAINTENANCE", ClockKind.RESPONSE, "P1"));
        assertFalse(promise.allows("FORCE_MAJEURE", ClockKind.RESPONSE, "P1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-11 | 2026-11-01 | 2026-11-30 | 1
        2028-02 | 2028-02-01 | 2028-02-29 | 1
        2026-Q4 | 2026-10-01 | 2026-12-31 | 3
        2026    | 2026-01-01 | 2026-12-31 | 12
        """)
    void aPeriodIsOfTheCalendar(String written, LocalDate first, LocalDate last, int months) {
        CompliancePeriod period = CompliancePeriod.parse(written);
        assertEquals(first, period.first());
        assertEquals(last, period.last());
        assertEquals(months, period.months().size());
        assertEquals(written, period.toString());
        assertEquals(period, period.length().around(last));
        assertFalse(period.holds(last.plusDays(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-11 | YEAR    | 2026
        2026-11 | QUARTER | 2026-Q4
        2026-11 | MONTH   | 2026-11
        2026-Q4 | MONTH   | 2026-10 2026-11 2026-12
        2026    | QUARTER | 2026-Q1 2026-Q2 2026-Q3 2026-Q4
        """)
    void meetsThoseOfOtherLengths(String written, PeriodLength length, String met) {
        assertEquals(
                List.of(met.split(" ")),
                CompliancePeriod.parse(written).meeting(length).stream()
                        .map(CompliancePeriod::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-13", "2026-Q5", "2026-1", "26-11", "2026-11-01", "1026"})
    void nothingElseIsAPeriod(String written) {
        assertThrows(InvalidInput.class, () -> CompliancePeriod.parse(written));
    }

    @Test
    void aPeriodBeginsOnItsFirstDate() {
        assertThrows(InvalidInput.class, () -> new CompliancePeriod(PeriodLength.QUARTER, LocalDate.of(2026, 11, 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100.1", "-5"})
    void aPercentageLiesAboveNothingAndNotAboveAll(String percent) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> read(percent, null, 0, 0, 0, "2026-12-01"));
        assertEquals("percent", refused.path());
    }

    @Test
    void isReadFromADocument() {
        String told =
                "{\"clause\":\"3.1\",\"clock\":\"UPDATE\",\"percent\":\"97.5\",\"period\":\"QUARTER\",\"minimumCount\":20,"
                        + "\"exclusions\":[\"MAINTENANCE\"]}";
        CompliancePromise promise =
                Json.read(Json.parse(told.getBytes(StandardCharsets.UTF_8)), CompliancePromise.class);
        assertEquals(Fraction.of(195, 2), promise.percent());
        assertEquals(20, promise.minimum());
        assertTrue(promise.isAbout(ClockKind.UPDATE, "P4"));
    }
}
