package dev.remit.bench;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.calendar.WorkingCalendar;
import dev.remit.engines.sla.Pause;
import dev.remit.engines.sla.SlaSimulation;
import java.time.Instant;
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

/** Due moments and elapsed time on an office's week with a lunch break, from an hour to three years. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CalendarBenchmark {
    private static final Instant START = Instant.parse("2026-03-27T16:30:00Z");
    private static final Instant SOON = Instant.parse("2026-03-27T17:10:00Z");
    private static final Instant IN_AN_HOUR = Instant.parse("2026-03-27T17:30:00Z");
    private static final Instant IN_THREE_YEARS = Instant.parse("2029-03-27T10:00:00Z");

    private final WorkingCalendar calendar = office();
    private final CompiledCalendar compiled = calendar.compile();
    private final long threeYears = compiled.openSeconds(START, IN_THREE_YEARS);
    private final List<Pause> pauses = tenDailyPauses();
    private final long paused = new SlaSimulation(compiled, START, pauses).elapsed(IN_THREE_YEARS);

    private static WorkingCalendar office() {
        Map<String, List<List<String>>> week = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .collect(Collectors.toMap(
                        day -> day, day -> List.of(List.of("09:00", "12:30"), List.of("13:30", "17:30"))));
        List<String> holidays = List.of("2026-04-03", "2026-04-06", "2026-05-04", "2026-12-25", "2027-01-01");
        return new CalendarText("Europe/London", week, holidays, null, null).parse();
    }

    private static List<Pause> tenDailyPauses() {
        Instant first = Instant.parse("2026-04-01T09:00:00Z");
        return Stream.iterate(first, pause -> pause.plusSeconds(86_400))
                .limit(10)
                .map(pause -> new Pause(pause, pause.plusSeconds(5_400)))
                .toList();
    }

    /** A one-hour target. */
    @Benchmark
    public Instant dueInAnHour() {
        return checked(compiled.due(START, 3_600), IN_AN_HOUR);
    }

    /** A target that takes three years of the office's hours. */
    @Benchmark
    public Instant dueInThreeYears() {
        return checked(compiled.due(START, threeYears), IN_THREE_YEARS);
    }

    /** Three years with ten pauses near the start. */
    @Benchmark
    public Instant dueWithTenPauses() {
        return checked(new SlaSimulation(compiled, START, pauses).due(paused), IN_THREE_YEARS);
    }

    /** Forty minutes. */
    @Benchmark
    public long elapsedInAnHour() {
        return checked(compiled.openSeconds(START, SOON), 2_400);
    }

    /** Three years. */
    @Benchmark
    public long elapsedInThreeYears() {
        return checked(compiled.openSeconds(START, IN_THREE_YEARS), threeYears);
    }

    /** Three years with ten pauses near the start. */
    @Benchmark
    public long elapsedWithTenPauses() {
        return checked(new SlaSimulation(compiled, START, pauses).elapsed(IN_THREE_YEARS), paused);
    }

    /** Compiling from the signed value, with the first question answered. */
    @Benchmark
    public Instant compileAndAsk() {
        return checked(calendar.compile().due(START, 3_600), IN_AN_HOUR);
    }

    private static Instant checked(Instant found, Instant expected) {
        if (!found.equals(expected)) {
            throw new IllegalStateException("due " + found + ", not " + expected);
        }
        return found;
    }

    private static long checked(long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException(found + " seconds, not " + expected);
        }
        return found;
    }
}
