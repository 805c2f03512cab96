package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Notes when cycles come to marks while a ticket is folded. */
final class MarkRecorder implements FoldWitness {
    private final List<ClockMark> marks;
    private final Map<String, ReachedMark> reached = new HashMap<>();
    private SlaTerms latest;

    MarkRecorder(Collection<ClockMark> marks) {
        this.marks = List.copyOf(marks);
    }

    @Override
    public void takes(SlaEvent event, long at, SlaTerms terms, Set<ClockKind> running, boolean ended) {
        latest = event.fact() instanceof Fact.TermsChanged change ? change.terms() : terms;
    }

    @Override
    public void counted(ClockKind clock, CycleFold cycle, long from, long to, long usedBefore, ClockTerms terms) {
        if (!terms.hasTarget() || cycle.target() >= Target.NEVER || cycle.consumed() == usedBefore) {
            return;
        }
        for (ClockMark mark : marks) {
            long used = mark.usedSeconds(cycle.target());
            if (mark.clock() == clock && used <= cycle.consumed()) {
                reached.computeIfAbsent(place(mark, cycle.key()), first -> {
                    Instant at = moment(terms, from, used - usedBefore).orElse(Instant.ofEpochSecond(to));
                    return new ReachedMark(mark.key(), clock, cycle.key(), at);
                });
            }
        }
    }

    private static String place(ClockMark mark, String cycle) {
        return mark.clock() + " " + cycle + " " + mark.key();
    }

    private static Optional<Instant> moment(ClockTerms terms, long from, long left) {
        Instant start = Instant.ofEpochSecond(from);
        return left <= 0
                ? Optional.of(terms.calendar().firstOpen(start))
                : Optional.ofNullable(terms.calendar().due(start, left, CompiledCalendar.horizon(start)));
    }

    MarkReading read(SlaReading reading) {
        List<ReachedMark> inTime = reached.values().stream()
                .filter(mark -> isUnderWayAt(reading.clock(mark.clock()), mark))
                .sorted(Comparator.comparing(ReachedMark::at)
                        .thenComparing(ReachedMark::clock)
                        .thenComparing(ReachedMark::cycle)
                        .thenComparing(ReachedMark::mark))
                .toList();
        Instant next = marks.stream()
                .flatMap(mark -> next(mark, reading))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new MarkReading(inTime, next);
    }

    private static boolean isUnderWayAt(ClockReading clock, ReachedMark mark) {
        return clock.cycles().stream()
                .filter(cycle -> cycle.key().equals(mark.cycle()))
                .anyMatch(cycle -> cycle.endedAt() == null || mark.at().isBefore(cycle.endedAt()));
    }

    private Stream<Instant> next(ClockMark mark, SlaReading reading) {
        ClockReading clock = reading.clock(mark.clock());
        CycleReading cycle = clock == null ? null : clock.current();
        boolean runs = cycle != null && cycle.endedAt() == null && cycle.pausedBy() == null;
        if (!runs || cycle.targetSeconds() == null || reached.containsKey(place(mark, cycle.key()))) {
            return Stream.empty();
        }
        long left = mark.usedSeconds(cycle.targetSeconds()) - cycle.consumedSeconds();
        return moment(latest.clock(mark.clock()), reading.asOf().getEpochSecond(), Math.max(1, left)).stream();
    }
}
