package dev.remit.bench;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.BillingUnit;
import dev.remit.engines.rating.BillingUnits;
import dev.remit.engines.rating.Cap;
import dev.remit.engines.rating.HourlyRate;
import dev.remit.engines.rating.PrepaidBlock;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RateTable;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingResult;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.rating.Rounding;
import dev.remit.engines.rating.TimeEntry;
import dev.remit.engines.rating.Travel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rating work that starts on Friday afternoon and runs into Saturday, with a trip, two blocks, a cap and tax. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RatingBenchmark {
    private final RatingCase weekend = weekend();

    private static RatingCase weekend() {
        Map<String, List<List<String>>> week = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .collect(Collectors.toMap(day -> day, day -> List.of(List.of("08:30", "17:30"))));
        CompiledCalendar office = new CalendarText("America/New_York", week, List.of("2026-06-19"), null, null)
                .parse()
                .compile();
        RateCard card = new RateCard(
                null,
                MinorUnits.of("USD"),
                new RateTable(List.of(HourlyRate.of("ONSITE", 15_000)), "hourly"),
                new RateTable(List.of(HourlyRate.of("ONSITE", 12_000)), "overage"),
                Map.of(Band.AFTER_HOURS, Fraction.parse("1.5"), Band.WEEKEND, Fraction.parse("1.5")),
                new BillingUnits(new BillingUnit(60, 15, Rounding.UP), null, null),
                new Travel.Flat(7_500),
                0,
                null,
                Fraction.parse("8.875"));
        TimeEntry entry = TimeEntry.of(
                        "t1", "ONSITE", Instant.parse("2026-06-12T21:00:00Z"), Instant.parse("2026-06-13T13:00:00Z"))
                .visit("ann", "broad-street")
                .trip(TimeEntry.Trip.MADE)
                .build();
        return RatingCase.of(new RatingTerms(office, card), List.of(entry))
                .with(
                        List.of(
                                new PrepaidBlock("b2", LocalDate.of(2026, 2, 1), 120),
                                new PrepaidBlock("b1", LocalDate.of(2026, 1, 1), 60)),
                        List.of(new Cap(null, 200_000, 0)));
    }

    /** One entry over three bands. */
    @Benchmark
    public RatingResult weekendEntry() {
        RatingResult result = RatingEngine.rate(weekend);
        if (result.subtotalMinor() != 241_500 || result.billedMinor() != 200_000 || result.taxMinor() != 17_750) {
            throw new IllegalStateException("wrong result: " + result.subtotalMinor());
        }
        return result;
    }
}
