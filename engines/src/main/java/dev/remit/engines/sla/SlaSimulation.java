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

    /** Open, unpaused seconds from the start to a moment; 0 for one before the start. */
    public long elapsed(Instant at) {
        return elapsed(List.of(at)).getFirst().seconds();
    }

    /**
     * {@link #elapsed(Instant)} for several moments, in the order they were asked. They are looked up in the order of
     * time, so that the calendar is walked once however many there are.
     */
    public List<Elapsed> elapsed(List<Instant> moments) {
        List<Integer> byTime = IntStream.range(0, moments.size())
                .boxed()
                .sorted(Comparator.comparing(moments::get))
                .toList();
        Elapsed[] answers = new Elapsed[moments.size()];
        Walk walk = new Walk();
        for (int i : byTime) {
            answers[i] = new Elapsed(moments.get(i), walk.to(moments.get(i).getEpochSecond()));
        }
        return List.of(answers);
    }

    /** Goes through time once, from pause to pause. */
    private final class Walk {
        private long at = start.getEpochSecond();
        private long used;
        private int pause;

        /** Open, unpaused seconds from the start to a moment, which is not before the last one. */
        long to(long moment) {
            while (at < moment) {
                boolean during = pause < pauses.size() && pauses.from(pause) <= at;
                if (during) {
                    at = Math.min(moment, pauses.to(pause));
                    pause += at == pauses.to(pause) ? 1 : 0;
                } else {
                    long until = pause < pauses.size() ? Math.min(moment, pauses.from(pause)) : moment;
                    used += calendar.openSeconds(Instant.ofEpochSecond(at), Instant.ofEpochSecond(until));
                    at = until;
                }
            }
            return used;
        }
    }
}
