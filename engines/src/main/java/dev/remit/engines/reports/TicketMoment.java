package dev.remit.engines.reports;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.Step;
import dev.remit.engines.sla.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A moment of a ticket's life that is counted by its date.
 *
 * @param number from 1 among the ticket's of this kind
 * @param seconds of working time that the clock had used by then: that of RESPONSE for an answer, that of RESOLUTION for a
 *     resolution; null where none ran, and for the other kinds
 * @param stands of the creation, whether the ticket is open; of an end, whether the ticket did not go on after it
 */
public record TicketMoment(MomentKind kind, int number, Instant at, Long seconds, boolean stands) {

    /** Those of a ticket by the moment that was read, in order. */
    public static List<TicketMoment> of(SlaAccount account) {
        SlaReading reading = account.reading();
        if (reading.createdAt() == null) {
            return List.of();
        }
        boolean open = reading.owner() != Owner.ENDED;
        List<TicketMoment> moments = new ArrayList<>();
        moments.add(new TicketMoment(MomentKind.CREATED, 1, reading.createdAt(), null, open));
        cycles(reading, ClockKind.RESPONSE)
                .filter(cycle -> cycle.endedAt() != null && !cycle.stops().isEmpty())
                .reduce((first, second) -> second)
                .ifPresent(cycle -> moments.add(new TicketMoment(
                        MomentKind.ANSWERED,
                        1,
                        cycle.endedAt(),
                        cycle.stops().getLast().consumedSeconds(),
                        true)));
        List<TicketMoment> turns = turns(account, open);
        moments.addAll(turns);
        return List.copyOf(moments);
    }

    /** The ends of the ticket and the moments from which it went on. */
    private static List<TicketMoment> turns(SlaAccount account, boolean open) {
        List<TicketMoment> turns = new ArrayList<>();
        List<Step> steps = account.steps();
        for (int i = 1; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean endedAfter = i + 1 < steps.size() ? steps.get(i + 1).ended() : !open;
            if (step.ended() != endedAfter) {
                MomentKind kind = kind(step, endedAfter);
                int number = 1
                        + (int) turns.stream().filter(turn -> turn.kind == kind).count();
                Long seconds = kind == MomentKind.RESOLVED ? used(account.reading(), step.at()) : null;
                turns.add(new TicketMoment(kind, number, step.at(), seconds, true));
            }
        }
        for (int i = 0; i + 1 < turns.size(); i++) {
            turns.set(i, turns.get(i).takenBack());
        }
        return turns;
    }

    private static MomentKind kind(Step step, boolean endedAfter) {
        if (!endedAfter) {
            return MomentKind.REOPENED;
        }
        return switch (step.event().kind()) {
            case RESOLVED, CLOSED -> MomentKind.RESOLVED;
            default -> MomentKind.CANCELLED;
        };
    }

    private TicketMoment takenBack() {
        return new TicketMoment(kind, number, at, seconds, kind == MomentKind.REOPENED);
    }

    private static Long used(SlaReading reading, Instant at) {
        return cycles(reading, ClockKind.RESOLUTION)
                .flatMap(cycle -> cycle.stops().stream())
                .filter(stop -> stop.at().equals(at))
                .map(Stop::consumedSeconds)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static Stream<CycleReading> cycles(SlaReading reading, ClockKind kind) {
        ClockReading clock = reading.clock(kind);
        return clock.cycles().stream();
    }
}
