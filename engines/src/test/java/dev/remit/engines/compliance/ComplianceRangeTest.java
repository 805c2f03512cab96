package dev.remit.engines.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.compliance.ComplianceRange.Contested;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.RandomTicket;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Between what figures lie while runs of clocks are contested. */
class ComplianceRangeTest {
    private static final ComplianceFigures MET = ComplianceFigures.met(1);
    private static final ComplianceFigures LATE = ComplianceFigures.breached(1);
    private static final ComplianceFigures NONE = ComplianceFigures.NONE;

    private static String range(Contested... contested) {
        ComplianceFigures figures = ComplianceFigures.met(8).plus(ComplianceFigures.breached(2));
        ComplianceRange range = ComplianceRange.of(figures, List.of(contested));
        return range.lowest().met() + "/" + range.lowest().counted() + " to "
                + range.highest().met() + "/" + range.highest().counted();
    }

    @Test
    void eachContestedRunIsTakenAtItsWorstAndAtItsBest() {
        assertEquals("8/10 to 8/10", range());
        assertEquals("7/10 to 8/10", range(new Contested(MET, LATE)));
        assertEquals("8/11 to 8/10", range(new Contested(NONE, LATE)));
        assertEquals("7/9 to 8/10", range(new Contested(MET, NONE)));
        assertEquals("8/10 to 8/9", range(new Contested(LATE, NONE)), "it would be late in an earlier month");
        assertEquals(
                "7/11 to 8/9", range(new Contested(MET, LATE), new Contested(LATE, NONE), new Contested(NONE, LATE)));
    }

    @Test
    void anExcuseGoesAlongWithItsBreach() {
        ComplianceFigures excused = LATE.plus(ComplianceFigures.excused("FORCE_MAJEURE", 1));
        ComplianceFigures figures = ComplianceFigures.met(3).plus(excused);
        ComplianceRange range = ComplianceRange.of(figures, List.of(new Contested(excused, NONE)));
        assertEquals(figures, range.lowest());
        assertEquals(ComplianceFigures.met(3), range.highest());
    }

    @Property(tries = 300)
    void whateverIsUpheldComesOutWithinTheRangeAndWhatIsRejectedLeavesNoTrace(@ForAll long seed) {
        Random random = new Random(seed);
        List<CountedClock> asItIs = new ArrayList<>();
        List<CountedClock> settled = new ArrayList<>();
        List<Contested> contested = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RandomTicket ticket = new RandomTicket(random.nextLong(), 20);
            List<CountedClock> is = counted(ticket, ticket.events);
            List<SlaEvent> upheld = new ArrayList<>(ticket.events);
            ticket.events.stream()
                    .filter(event -> event.kind() == EventKind.WAIT_STARTED)
                    .map(RandomTicket::disallowing)
                    .forEach(upheld::add);
            Collections.shuffle(upheld, random);
            List<CountedClock> would = counted(ticket, upheld);
            asItIs.addAll(is);
            settled.addAll(random.nextBoolean() ? would : is);
            for (ContestedClock run : ContestedClock.between(is, would)) {
                contested.add(new Contested(figures(run.is()), figures(run.would())));
            }
            assertEquals(List.of(), ContestedClock.between(is, is));
        }
        Collections.shuffle(contested, random);
        ComplianceRange range = ComplianceRange.of(sum(asItIs), contested);
        Collections.shuffle(contested, random);
        assertEquals(range, ComplianceRange.of(sum(asItIs), contested));
        within(range, sum(asItIs));
        within(range, sum(settled));
        assertEquals(new ComplianceRange(sum(asItIs), sum(asItIs)), ComplianceRange.of(sum(asItIs), List.of()));
    }

    private static void within(ComplianceRange range, ComplianceFigures figures) {
        figures.share().ifPresent(share -> {
            range.lowest().share().ifPresent(lowest -> assertTrue(lowest.compareTo(share) <= 0));
            range.highest().share().ifPresent(highest -> assertTrue(highest.compareTo(share) >= 0));
        });
    }

    private static List<CountedClock> counted(RandomTicket ticket, List<SlaEvent> events) {
        return CountedClock.of(
                SlaClocks.read(ticket.pinned, ticket.delivery, events, ticket.asOf, ticket.asOf), events);
    }

    private static ComplianceFigures figures(Optional<CountedClock> clock) {
        return clock.map(CountedClock::figures).orElse(NONE);
    }

    private static ComplianceFigures sum(List<CountedClock> clocks) {
        return ComplianceFigures.sum(clocks.stream().map(CountedClock::figures).toList());
    }
}
