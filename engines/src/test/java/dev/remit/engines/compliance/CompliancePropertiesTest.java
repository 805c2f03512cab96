package dev.remit.engines.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.money.Fraction;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.RandomTicket;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of all figures. */
class CompliancePropertiesTest {
    private static List<CountedClock> counted(RandomTicket ticket) {
        return CountedClock.of(read(ticket), ticket.events);
    }

    private static SlaReading read(RandomTicket ticket) {
        return SlaClocks.read(ticket.pinned, ticket.delivery, ticket.events, ticket.asOf, ticket.asOf);
    }

    @Property(tries = 500)
    void theOrderOfEventsNeverMatters(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        List<SlaEvent> shuffled = new ArrayList<>(ticket.events);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(counted(ticket), CountedClock.of(read(ticket), shuffled));
    }

    @Property(tries = 1_000)
    void everyCycleThatEndedOrIsLateCountsOnceAndNoOther(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        List<CountedClock> counted = counted(ticket);
        List<String> cycles = new ArrayList<>();
        List<String> late = new ArrayList<>();
        for (ClockReading clock : read(ticket).clocks()) {
            for (CycleReading cycle : clock.cycles()) {
                if (cycle.endedAt() != null || cycle.breachedAt() != null) {
                    cycles.add(clock.kind() + " " + cycle.key());
                }
                if (cycle.state() == ClockState.BREACHED) {
                    late.add(clock.kind() + " " + cycle.key());
                }
            }
        }
        assertEquals(
                cycles,
                counted.stream()
                        .filter(one -> !one.cycle().equals(CountedClock.NEVER_RAN))
                        .map(one -> one.clock() + " " + one.cycle())
                        .toList());
        assertEquals(
                late,
                counted.stream()
                        .filter(one -> one.result() == ClockResult.BREACHED)
                        .map(one -> one.clock() + " " + one.cycle())
                        .toList());
        assertTrue(counted.stream().noneMatch(one -> one.at().isAfter(ticket.asOf)));
    }

    @Property(tries = 500)
    void thePartsAddUpToTheWholeInAnyOrderAndGrouping(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int tickets) {
        Random random = new Random(seed);
        List<CountedClock> all = new ArrayList<>();
        for (int i = 0; i < tickets; i++) {
            all.addAll(counted(new RandomTicket(random.nextLong(), 20)));
        }
        ComplianceFigures whole =
                ComplianceFigures.sum(all.stream().map(CountedClock::figures).toList());
        List<CountedClock> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        int cut = random.nextInt(all.size() + 1);
        ComplianceFigures parts = ComplianceFigures.sum(List.of(
                ComplianceFigures.sum(shuffled.subList(cut, all.size()).stream()
                        .map(CountedClock::figures)
                        .toList()),
                ComplianceFigures.sum(shuffled.subList(0, cut).stream()
                        .map(CountedClock::figures)
                        .toList())));
        assertEquals(whole, parts);
        assertEquals(all.size(), whole.all());
        assertEquals(
                all.size(),
                whole.met()
                        + whole.breached()
                        + whole.leftOut().values().stream().mapToLong(n -> n).sum());
    }

    @Property
    void aPromiseIsKeptWhereNoMoreAreMissedThanItBearsAndExcusesNeverMakeItWorse(
            @ForAll @IntRange(max = 300) int met,
            @ForAll @IntRange(max = 40) int breached,
            @ForAll @IntRange(max = 40) int excuses,
            @ForAll @IntRange(min = 1, max = 1_000) int perMille) {
        CompliancePromise promise = promise(Fraction.of(perMille, 10), Set.of("FORCE_MAJEURE"));
        ComplianceFigures figures = ComplianceFigures.met(met)
                .plus(ComplianceFigures.breached(breached))
                .plus(ComplianceFigures.excused("FORCE_MAJEURE", Math.min(excuses, breached)));
        CompliancePeriod june = CompliancePeriod.parse("2026-06");
        PromiseReading read = PromiseReading.of(promise, june, figures, LocalDate.of(2026, 7, 1));
        if (met + breached > 0) {
            boolean kept = 1_000L * met >= (long) perMille * (met + breached);
            assertEquals(kept ? PromiseState.KEPT : PromiseState.MISSED, read.asItIs());
            assertTrue(read.asItIs() != PromiseState.KEPT || read.withExcuses() != PromiseState.MISSED);
        } else {
            assertEquals(PromiseState.NOT_PROMISED, read.asItIs());
        }
        PromiseReading last = PromiseReading.of(promise, june, figures, LocalDate.of(2026, 6, 30));
        assertEquals(PromiseState.OPEN, last.withExcuses());
        boolean bears = last.budget().missed() <= last.budget().allowed();
        assertEquals(bears, read.withExcuses() != PromiseState.MISSED);
    }

    static CompliancePromise promise(Fraction percent, Set<String> exclusions) {
        return new CompliancePromise(
                "3.1", ClockKind.RESPONSE, List.of(), percent, PeriodLength.MONTH, null, exclusions);
    }
}
