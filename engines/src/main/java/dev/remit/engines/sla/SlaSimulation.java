package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Answers for one target on one calendar with given pauses, with no ticket behind it. Counts whole seconds; fractions
 * in arguments are dropped.
 */
public final class SlaSimulation {
    private final CompiledCalendar calendar;
    private final Instant start;
    private final PauseUnion pauses;

    /**
     * Sets the scene.
     *
     * @param calendar the hours in which time counts
     * @param start when counting starts
     * @param pauses stretches that do not count, in any order; they may overlap and reach before the start
     */
    public SlaSimulation(CompiledCalendar calendar, Instant start, List<Pause> pauses) {
        this.calendar = calendar;
        this.start = Instant.ofEpochSecond(start.getEpochSecond());
        this.pauses = PauseUnion.of(pauses, start.getEpochSecond());
    }

    /**
     * One moment's answer.
     *
     * @param at the moment asked for
     * @param seconds open, unpaused seconds from the start to it; 0 for a moment before the start
     */
    public record Elapsed(Instant at, long seconds) {
        /** Whole minutes, floored. */
        public long minutes() {
            return seconds / 60;
        }
    }

    /**
     * The earliest moment at which open, unpaused time since the start equals the target.
     *
     * @param targetSeconds 0 or more
     * @return the moment, or null when it is not reached within a hundred years of the start
     */
    public Instant due(long targetSeconds) {
        Instant limit = CompiledCalendar.horizon(start);
        Instant from = start;
        long left = targetSeconds;
        for (int i = 0; i < pauses.size(); i++) {
            Instant pause = Instant.ofEpochSecond(pauses.from(i));
            if (pause.isAfter(limit)) {
                break;
            }
            long open = calendar.openSeconds(from, pause);
            if (open >= left) {
                return calendar.due(from, left, limit);
            }
            left -= open;
            if (pauses.to(i) > limit.getEpochSecond()) {
                return null;
            }
            from = Instant.ofEpochSecond(pauses.to(i));
        }
        return calendar.due(from, left, limit);
    }

    /** Open, unpaused seconds from the start to a moment. */
    public long elapsed(Instant at) {
        long end = at.getEpochSecond();
        long elapsed = calendar.openSeconds(start, at);
        for (int i = 0; i < pauses.size() && pauses.from(i) < end; i++) {
            Instant over = Instant.ofEpochSecond(Math.min(end, pauses.to(i)));
            elapsed -= calendar.openSeconds(Instant.ofEpochSecond(pauses.from(i)), over);
        }
        return elapsed;
    }

    /**
     * {@link #elapsed(Instant)} for several moments, in the order they were asked. Goes through the pauses once, however
     * many moments there are.
     */
    public List<Elapsed> elapsed(List<Instant> moments) {
        Elapsed[] answers = new Elapsed[moments.size()];
        int pause = 0;
        long paused = 0;
        for (int asked : inOrderOfTime(moments)) {
            Instant at = moments.get(asked);
            while (pause < pauses.size() && pauses.to(pause) <= at.getEpochSecond()) {
                paused += calendar.openSeconds(begin(pause), Instant.ofEpochSecond(pauses.to(pause)));
                pause++;
            }
            boolean during = pause < pauses.size() && pauses.from(pause) < at.getEpochSecond();
            long underWay = during ? calendar.openSeconds(begin(pause), at) : 0;
            answers[asked] = new Elapsed(at, calendar.openSeconds(start, at) - paused - underWay);
        }
        return List.of(answers);
    }

    private static int[] inOrderOfTime(List<Instant> moments) {
        return IntStream.range(0, moments.size())
                .boxed()
                .sorted(Comparator.comparing(moments::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Instant begin(int pause) {
        return Instant.ofEpochSecond(pauses.from(pause));
    }
}
