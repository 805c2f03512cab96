package dev.remit.engines.compliance;

import dev.remit.engines.sla.CancelReason;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One run of a ticket's clock that compliance counts, or leaves out and lists. Each counts once, at one moment: one that was
 * late when it fell due, whenever it ended; one that was met when it ended; one that is left out when it, or the ticket, ended.
 *
 * @param cycle the key of the cycle; {@link #NEVER_RAN} for a clock that never was under way
 * @param startedAt when it started; null where it never did
 * @param due its due moment; null where it has none
 * @param endedAt when it ended; null where a late one goes on
 * @param at the moment at which it counts
 * @param result how it came out
 * @param leftOut why it has no part; null where it has
 */
public record CountedClock(
        ClockKind clock,
        String cycle,
        Instant startedAt,
        Instant due,
        Instant endedAt,
        Instant at,
        ClockResult result,
        LeftOut leftOut) {

    /** Stands for the cycle of a clock that never was under way; no event has this key. */
    public static final String NEVER_RAN = "";

    /**
     * All of a ticket that counts by now. What is under way and not late is not among it, nor what stood still when the
     * ticket ended without ever having begun, as an update before the first response.
     *
     * @param events those that the reading was made of, in any order
     */
    public static List<CountedClock> of(SlaReading reading, Collection<SlaEvent> events) {
        Optional<Instant> end = reading.owner() == Owner.ENDED ? ended(events, reading) : Optional.empty();
        List<CountedClock> counted = new ArrayList<>();
        for (ClockReading clock : reading.clocks()) {
            clock.cycles().forEach(cycle -> of(clock.kind(), cycle).ifPresent(counted::add));
            if (clock.cycles().isEmpty()) {
                end.flatMap(at -> idle(clock, at)).ifPresent(counted::add);
            }
        }
        return List.copyOf(counted);
    }

    private static Optional<CountedClock> of(ClockKind clock, CycleReading cycle) {
        if (cycle.cancelledFor() != null
                && (cycle.breachedAt() == null || cycle.cancelledFor().voidsBreach())) {
            return Optional.of(
                    of(clock, cycle, cycle.endedAt(), ClockResult.LEFT_OUT, LeftOut.of(cycle.cancelledFor())));
        }
        if (cycle.breachedAt() != null) {
            return Optional.of(of(clock, cycle, cycle.breachedAt(), ClockResult.BREACHED, null));
        }
        if (cycle.endedAt() == null) {
            return Optional.empty();
        }
        boolean promised = cycle.targetSeconds() != null || cycle.targetDays() != null;
        return Optional.of(
                promised
                        ? of(clock, cycle, cycle.endedAt(), ClockResult.MET, null)
                        : of(clock, cycle, cycle.endedAt(), ClockResult.LEFT_OUT, LeftOut.NO_TARGET));
    }

    private static CountedClock of(
            ClockKind clock, CycleReading cycle, Instant at, ClockResult result, LeftOut leftOut) {
        Instant due = cycle.breachedAt() == null ? cycle.due() : cycle.breachedAt();
        return new CountedClock(clock, cycle.key(), cycle.startedAt(), due, cycle.endedAt(), at, result, leftOut);
    }

    private static Optional<CountedClock> idle(ClockReading clock, Instant end) {
        return switch (clock.state()) {
            case NO_TARGET -> Optional.of(idle(clock, end, LeftOut.NO_TARGET));
            case NOT_RUN -> Optional.of(idle(clock, end, LeftOut.NOT_RUN));
            default -> Optional.empty();
        };
    }

    private static CountedClock idle(ClockReading clock, Instant end, LeftOut because) {
        return new CountedClock(clock.kind(), NEVER_RAN, null, null, end, end, ClockResult.LEFT_OUT, because);
    }

    /** When a ticket that has ended did so: at its first end since it was last reopened. */
    private static Optional<Instant> ended(Collection<SlaEvent> events, SlaReading reading) {
        Instant end = null;
        boolean forGood = false;
        List<SlaEvent> told = events.stream()
                .filter(event ->
                        !event.at().isAfter(reading.asOf()) && !event.knownAt().isAfter(reading.knownAt()))
                .sorted(SlaEvent.FOLD_ORDER)
                .toList();
        for (SlaEvent event : told) {
            forGood |= event.fact() instanceof Fact.Cancelled cancelled
                    && cancelled.reason() == CancelReason.AGREEMENT_ENDED;
            end = switch (event.kind()) {
                case REOPENED -> forGood ? end : null;
                case RESOLVED, CLOSED, CANCELLED -> end == null ? event.at() : end;
                default -> end;
            };
        }
        return Optional.ofNullable(end);
    }

    /** It alone, as figures. */
    public ComplianceFigures figures() {
        return switch (result) {
            case MET -> ComplianceFigures.met(1);
            case BREACHED -> ComplianceFigures.breached(1);
            case LEFT_OUT -> ComplianceFigures.leftOut(leftOut, 1);
        };
    }
}
