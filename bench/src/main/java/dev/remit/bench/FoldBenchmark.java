package dev.remit.bench;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.ClockTerms;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SecondsByOwner;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading all four clocks of a ticket with a long history, its events in no order. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FoldBenchmark {
    private static final Instant CREATED = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(97);

    /** How many events the ticket has. */
    @Param({"50", "500"})
    public int events;

    private final CompiledCalendar office = office();
    private final SlaTerms terms = terms(office);
    private List<SlaEvent> history;
    private Instant asOf;
    private long updates;
    private long vendor;
    private long approval;
    private long ours;

    /** Makes the history, the same one each time. */
    @Setup
    public void tellHistory() {
        history = new ArrayList<>();
        history.add(SlaEvent.of("created", CREATED, new Fact.Created(false)));
        for (int i = 1; i < events; i++) {
            history.add(new SlaEvent("event-" + i, at(i), at(i), fact(i)));
        }
        Collections.shuffle(history, new Random(20_260_105));
        asOf = at(events);
        // Our first message begins the clock and each later one its next cycle; what the client says does neither.
        updates = IntStream.range(1, events).filter(i -> i % 6 == 3).count();
        vendor = openAfter(1);
        approval = openAfter(4);
        ours = office.openSeconds(CREATED, asOf) - vendor - approval;
    }

    /** Open seconds from every sixth event to the next, which ends what that one began. */
    private long openAfter(int first) {
        return IntStream.iterate(first, i -> i < events, i -> i + 6)
                .mapToLong(i -> office.openSeconds(at(i), at(i + 1)))
                .sum();
    }

    private static Instant at(int i) {
        return CREATED.plus(STEP.multipliedBy(i));
    }

    private static Fact fact(int i) {
        return switch (i % 6) {
            case 1 -> new Fact.WaitStarted(WaitReason.VENDOR, null);
            case 2 -> new Fact.WaitEnded(WaitReason.VENDOR);
            case 3 -> new Fact.PublicMessage(true);
            case 4 -> new Fact.WaitStarted(WaitReason.APPROVAL, null);
            case 5 -> new Fact.WaitEnded(WaitReason.APPROVAL);
            default -> new Fact.Happened(EventKind.CLIENT_CONTACT);
        };
    }

    private static CompiledCalendar office() {
        Map<String, List<List<String>>> week = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
                .collect(Collectors.toMap(day -> day, day -> List.of(List.of("08:30", "17:30"))));
        return new CalendarText("America/New_York", week, List.of(), null, null)
                .parse()
                .compile();
    }

    private static SlaTerms terms(CompiledCalendar office) {
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(ClockKind.class);
        clocks.put(ClockKind.RESPONSE, ClockTerms.usual(ClockKind.RESPONSE, Duration.ofHours(4), office));
        clocks.put(ClockKind.PLAN, ClockTerms.usual(ClockKind.PLAN, Duration.ofHours(8), office));
        clocks.put(ClockKind.UPDATE, ClockTerms.usual(ClockKind.UPDATE, Duration.ofHours(6), office));
        clocks.put(ClockKind.RESOLUTION, ClockTerms.usual(ClockKind.RESOLUTION, Duration.ofHours(400), office));
        return SlaTerms.usual(clocks);
    }

    /** The whole fold, from events in no order to the reading. */
    @Benchmark
    public SlaReading fold() {
        SlaReading reading = SlaClocks.read(terms, history, asOf, asOf);
        long age = asOf.getEpochSecond() - CREATED.getEpochSecond();
        SecondsByOwner seconds = reading.seconds();
        if (seconds.total() != age
                || seconds.of(Owner.VENDOR) != vendor
                || seconds.of(Owner.APPROVAL) != approval
                || seconds.of(Owner.MSP) != ours
                || reading.clock(ClockKind.RESOLUTION).current().consumedSeconds() != ours
                || reading.clock(ClockKind.UPDATE).cycles().size() != updates
                || reading.clock(ClockKind.RESPONSE).state() != ClockState.MET) {
            throw new IllegalStateException("wrong reading: " + seconds);
        }
        return reading;
    }
}
