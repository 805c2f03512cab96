package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers for one target on one calendar with given pauses, with no ticket behind it. Counts whole seconds; fractions
 * in arguments are dropped. Remembers what it has looked up, so it is for one thread.
 */
public final class SlaSimulation {
    private final CompiledCalendar calendar;
    private final Instant start;
    private final PauseUnion pauses;
    /** Running totals, filled as far as they were needed. */
    private final long[] pausedBefore;

    private int known;

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
        this.pausedBefore = new long[this.pauses.size() + 1];
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
        int over = pauses.overBy(end);
        boolean during = over < pauses.size() && pauses.from(over) < end;
        long underWay = during ? calendar.openSeconds(Instant.ofEpochSecond(pauses.from(over)), at) : 0;
        return calendar.openSeconds(start, at) - pausedBefore(over) - underWay;
    }

    /** Open seconds of so many pauses from the first on, each of them looked up once however many moments are asked for. */
    private long pausedBefore(int count) {
        while (known < count) {
            Instant from = Instant.ofEpochSecond(pauses.from(known));
            long open = calendar.openSeconds(from, Instant.ofEpochSecond(pauses.to(known)));
            pausedBefore[known + 1] = pausedBefore[known] + open;
            known++;
        }
        return pausedBefore[count];
    }

    /** {@link #elapsed(Instant)} for several moments, in the order they were asked. */
    public List<Elapsed> elapsed(List<Instant> moments) {
        List<Elapsed> answers = new ArrayList<>(moments.size());
        for (Instant at : moments) {
            answers.add(new Elapsed(at, elapsed(at)));
        }
        return List.copyOf(answers);
    }
}
