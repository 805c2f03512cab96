package dev.remit.engines.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.calendar.RandomCalendars;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds of every target with pauses. */
class SlaSimulationPropertiesTest {
    @Property(tries = 500)
    void aPauseNeverMakesItDueEarlier(
            @ForAll long seed,
            @ForAll @IntRange(max = 2_000_000) int target,
            @ForAll @IntRange(max = 5_000_000) int from,
            @ForAll @IntRange(max = 500_000) int length) {
        Scene scene = new Scene(seed);
        Instant due = scene.simulation().due(target);
        scene.pauses.add(new Pause(scene.start.plusSeconds(from), scene.start.plusSeconds((long) from + length)));
        Instant later = scene.simulation().due(target);
        assertFalse(due != null && later != null && later.isBefore(due));
        assertTrue(due != null || later == null);
    }

    @Property(tries = 500)
    void dueAndElapsedAreInverse(@ForAll long seed, @ForAll @IntRange(max = 5_000_000) int target) {
        Scene scene = new Scene(seed);
        Instant due = scene.simulation().due(target);
        if (due != null) {
            assertEquals(target, scene.simulation().elapsed(due));
            assertTrue(target == 0 || scene.simulation().elapsed(due.minusSeconds(1)) == target - 1);
        }
    }

    @Property(tries = 300)
    void theOrderOfPausesDoesNotMatter(@ForAll long seed, @ForAll @IntRange(max = 2_000_000) int target) {
        Scene scene = new Scene(seed);
        Instant due = scene.simulation().due(target);
        scene.pauses.addAll(List.copyOf(scene.pauses));
        Collections.shuffle(scene.pauses, new Random(seed));
        assertEquals(due, scene.simulation().due(target));
    }

    @Property(tries = 300)
    void momentsInAnyOrderAreAnsweredAsByCounting(@ForAll long seed) {
        Scene scene = new Scene(seed);
        if (seed % 2 == 0) {
            scene.pauses.add(new Pause(scene.start.plusSeconds(2_000_000), null));
        }
        Random random = new Random(seed);
        List<Instant> moments = random.ints(20, -100_000, 5_000_000)
                .mapToObj(scene.start::plusSeconds)
                .toList();
        List<SlaSimulation.Elapsed> plain = moments.stream()
                .map(at -> new SlaSimulation.Elapsed(at, scene.openAndUnpaused(at)))
                .toList();
        assertEquals(plain, scene.simulation().elapsed(moments));
    }

    /** A random calendar, start and pauses. */
    private static final class Scene {
        private final Instant start;
        private final CompiledCalendar calendar;
        private final List<Pause> pauses = new ArrayList<>();

        private Scene(long seed) {
            RandomCalendars random = new RandomCalendars(seed);
            start = random.moment();
            calendar = random.calendarAround(start).parse().compile();
            for (int i = random.upTo(6); i > 0; i--) {
                Instant from = start.plusSeconds(random.upTo(4_000_000));
                pauses.add(new Pause(from, from.plusSeconds(random.upTo(600_000))));
            }
        }

        /** Stretch by stretch: between two edges of pauses time is paused as a whole or not at all. */
        private long openAndUnpaused(Instant at) {
            TreeSet<Instant> edges = new TreeSet<>(List.of(start, at));
            pauses.forEach(pause -> {
                edges.add(pause.from());
                edges.add(pause.to() == null ? at : pause.to());
            });
            long seconds = 0;
            for (Instant from : edges.subSet(start, at.isBefore(start) ? start : at)) {
                boolean paused = pauses.stream()
                        .anyMatch(pause ->
                                !from.isBefore(pause.from()) && (pause.to() == null || from.isBefore(pause.to())));
                seconds += paused ? 0 : calendar.openSeconds(from, edges.higher(from));
            }
            return seconds;
        }

        private SlaSimulation simulation() {
            return new SlaSimulation(calendar, start, pauses);
        }
    }
}
