package dev.remit.engines.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.PeriodLength;
import dev.remit.engines.delivery.Measurement.Exclusion;
import dev.remit.engines.json.Json;
import dev.remit.engines.money.Fraction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was measured of a delivery parameter, held against what was agreed. */
class ParameterReadingTest {
    private static final CompliancePeriod NOVEMBER = CompliancePeriod.parse("2026-11");
    private static final LocalDate AFTER = LocalDate.parse("2026-12-01");

    private static DeliveryParameter parameter(String unit, String atLeast, String atMost) {
        return new DeliveryParameter(
                "7.1",
                "server-uptime",
                "Uptime of the servers",
                unit,
                atLeast == null ? null : Fraction.parse(atLeast),
                atMost == null ? null : Fraction.parse(atMost),
                PeriodLength.MONTH,
                "The monitor",
                Set.of("MAINTENANCE"));
    }

    private static Measurement measured(long numerator, long denominator, Exclusion... exclusions) {
        return new Measurement(new Counts(numerator, denominator), List.of(exclusions));
    }

    private static Exclusion excluded(String reason, long numerator, long denominator) {
        return new Exclusion(reason, new Counts(numerator, denominator));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # unit | least  | most | up    | of    | window up | of | asItIs       | as agreed
        %      | 99.9   | -    | 43157 | 43200 | 0         | 0  | KEPT         | KEPT
        %      | 99.9   | -    | 43156 | 43200 | 0         | 0  | MISSED       | MISSED
        %      | 99.9   | -    | 43100 | 43200 | 0         | 60 | MISSED       | KEPT
        %      | 99.9   | -    | 43100 | 43200 | 10        | 60 | MISSED       | MISSED
        %      | 100    | -    | 97    | 97    | 0         | 0  | KEPT         | KEPT
        %      | 95     | -    | 0     | 0     | 0         | 0  | NOT_PROMISED | NOT_PROMISED
        %      | 95     | -    | 0     | 4     | 0         | 4  | MISSED       | NOT_PROMISED
        %      | -      | 3    | 3     | 100   | 0         | 0  | KEPT         | KEPT
        %      | -      | 3    | 4     | 100   | 0         | 0  | MISSED       | MISSED
        %      | -      | 3    | 4     | 100   | 1         | 1  | MISSED       | MISSED
        %      | -      | 3    | 4     | 100   | 2         | 2  | MISSED       | KEPT
        hours  | -      | 4    | 25    | 7     | 0         | 0  | KEPT         | KEPT
        hours  | -      | 4    | 29    | 7     | 0         | 0  | MISSED       | MISSED
        tests  | 1      | -    | 1     | 1     | 0         | 0  | KEPT         | KEPT
        tests  | 1      | -    | 0     | 1     | 0         | 0  | MISSED       | MISSED
        %      | 33.333 | -    | 1     | 3     | 0         | 0  | KEPT         | KEPT
        %      | 33.334 | -    | 1     | 3     | 0         | 0  | MISSED       | MISSED
        """)
    void isJudgedWhenThePeriodIsOver(
            String unit,
            String least,
            String most,
            long numerator,
            long denominator,
            long excludedNumerator,
            long excludedDenominator,
            ParameterState asItIs,
            ParameterState asAgreed) {
        ParameterReading read = ParameterReading.of(
                parameter(unit, least, most),
                NOVEMBER,
                measured(numerator, denominator, excluded("MAINTENANCE", excludedNumerator, excludedDenominator)),
                AFTER);
        assertEquals(asItIs, read.asItIs());
        assertEquals(asAgreed, read.withExclusions());
    }

    @Test
    void whatTheAgreementDoesNotExcludeCountsInBoth() {
        ParameterReading read = ParameterReading.of(
                parameter("%", "99.9", null),
                NOVEMBER,
                measured(43100, 43200, excluded("FORCE_MAJEURE", 0, 60), excluded("MAINTENANCE", 0, 20)),
                AFTER);
        assertEquals(new Counts(43100, 43180), read.countsWithExclusions().orElseThrow());
        assertEquals(ParameterState.MISSED, read.withExclusions());
    }

    @Test
    void aPeriodThatIsNotOverIsOpenWithItsFigureSoFar() {
        ParameterReading read = ParameterReading.of(
                parameter("%", "99.9", null), NOVEMBER, measured(1, 2), LocalDate.parse("2026-11-30"));
        assertEquals(ParameterState.OPEN, read.asItIs());
        assertEquals(ParameterState.OPEN, read.withExclusions());
        assertEquals(Fraction.parse("50"), read.figure().orElseThrow());
    }

    @Test
    void whatNobodyMeasuredIsNeitherKeptNorMissed() {
        ParameterReading read = ParameterReading.of(parameter("%", "99.9", null), NOVEMBER, null, AFTER);
        assertEquals(ParameterState.NOT_MEASURED, read.asItIs());
        assertEquals(ParameterState.NOT_MEASURED, read.withExclusions());
        assertTrue(read.figure().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"5, 4, 0, 0, numerator", "4, 5, 2, 1, exclusions[0].numerator", "3, 5, 0, 3, exclusions[0].denominator"
    })
    void aShareIsNeverAboveAHundredWhateverIsExcluded(long up, long of, long outUp, long outOf, String field) {
        Measurement measurement = measured(up, of, excluded("MAINTENANCE", outUp, outOf));
        InvalidInput refused = assertThrows(InvalidInput.class, measurement::requireShare);
        assertEquals(field, refused.path());
    }

    @Test
    void moreThanWasCountedIsNotExcluded() {
        Exclusion half = excluded("MAINTENANCE", 1, 3);
        InvalidInput refused = assertThrows(InvalidInput.class, () -> measured(3, 5, half, half));
        assertEquals("exclusions[1]", refused.path());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, numerator", "1, -1, denominator", "1000000000000001, 1, numerator"})
    void aCountHasItsRange(long numerator, long denominator, String field) {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> new Counts(numerator, denominator));
        assertEquals(field, refused.path());
    }

    @Test
    void aBoundIsAboveOrBelowAndNotBoth() {
        assertThrows(InvalidInput.class, () -> parameter("%", null, null));
        assertThrows(InvalidInput.class, () -> parameter("%", "1", "2"));
    }

    @Test
    void isReadFromADocument() {
        String told = """
                {"clause":"7.1","code":"server-uptime","name":"Uptime of the servers","unit":"%","atLeast":"99.9",
                 "period":"MONTH","source":"The monitor","exclusions":["MAINTENANCE"]}""";
        DeliveryParameter read = Json.read(Json.parse(told.getBytes(StandardCharsets.UTF_8)), DeliveryParameter.class);
        assertEquals(parameter("%", "99.9", null), read);
    }

    @Property(tries = 500)
    void theOrderOfExclusionsMakesNoDifference(
            @ForAll @LongRange(min = 100, max = 2_000) long total, @ForAll long seed) {
        Random random = new Random(seed);
        List<Exclusion> parts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long of = random.nextLong(10);
            parts.add(excluded(random.nextBoolean() ? "MAINTENANCE" : "CLIENT_DUTY", random.nextLong(of + 1), of));
        }
        Counts counts = new Counts(total - 50, total);
        DeliveryParameter promised = parameter("%", "97.5", null);
        ParameterReading one = ParameterReading.of(promised, NOVEMBER, new Measurement(counts, parts), AFTER);
        List<Exclusion> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);
        ParameterReading other = ParameterReading.of(promised, NOVEMBER, new Measurement(counts, shuffled), AFTER);
        assertEquals(one.countsWithExclusions(), other.countsWithExclusions());
        assertEquals(one.withExclusions(), other.withExclusions());
    }
}
