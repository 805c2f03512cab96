package dev.remit.engines.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the events of one instant into an order in which they can have happened. They stand by rank, but what ends
 * something that was not there before the instant comes after what began it: a wait of no length is over, and a ticket
 * that was resolved and reopened at once goes on.
 */
final class SimultaneousEvents {
    private final Instant[] waitingUntil = new Instant[WaitReason.values().length];
    private final TicketLife life = new TicketLife();

    /** Events in {@link SlaEvent#FOLD_ORDER} in the order in which they are folded. */
    static List<SlaEvent> settle(List<SlaEvent> ranked) {
        if (!haveTies(ranked)) {
            return ranked;
        }
        SimultaneousEvents ties = new SimultaneousEvents();
        List<SlaEvent> settled = new ArrayList<>(ranked.size());
        for (int from = 0, to; from < ranked.size(); from = to) {
            Instant at = ranked.get(from).at();
            to = from + 1;
            while (to < ranked.size() && ranked.get(to).at().equals(at)) {
                to++;
            }
            settled.addAll(ties.inTurn(ranked.subList(from, to)));
            settled.subList(from, to).forEach(ties::note);
        }
        return settled;
    }

    private static boolean haveTies(List<SlaEvent> ranked) {
        for (int i = 1; i < ranked.size(); i++) {
            if (ranked.get(i).at().equals(ranked.get(i - 1).at())) {
                return true;
            }
        }
        return false;
    }

    private List<SlaEvent> inTurn(List<SlaEvent> together) {
        return together.size() == 1
                ? together
                : together.stream().sorted(Comparator.comparingInt(this::turn)).toList();
    }

    private int turn(SlaEvent event) {
        return switch (event.fact()) {
            case Fact.WaitEnded(WaitReason reason) when !isWaiting(reason, event.at()) -> after(EventKind.WAIT_STARTED);
            case Fact.Happened(EventKind kind)
            when kind == EventKind.REOPENED && !life.hasEnded() -> after(EventKind.CANCELLED);
            default -> 2 * event.kind().ordinal();
        };
    }

    private static int after(EventKind kind) {
        return 2 * kind.ordinal() + 1;
    }

    private boolean isWaiting(WaitReason reason, Instant at) {
        Instant until = waitingUntil[reason.ordinal()];
        return until != null && until.isAfter(at);
    }

    private void note(SlaEvent event) {
        switch (event.fact()) {
            case Fact.WaitStarted(WaitReason reason, Instant until) -> begin(reason, until, event.at());
            case Fact.WaitEnded(WaitReason reason) -> waitingUntil[reason.ordinal()] = null;
            case Fact.Cancelled(CancelReason reason) -> end(life.cancel(reason));
            case Fact.Happened(EventKind kind) -> {
                switch (kind) {
                    case CLIENT_CONTACT -> waitingUntil[WaitReason.CLIENT.ordinal()] = null;
                    case RESOLVED, CLOSED -> end(life.resolve());
                    case REOPENED -> life.reopen();
                    default -> {}
                }
            }
            case Fact.PublicMessage message -> {}
            case Fact.Created again -> {}
            case Fact.TermsChanged change -> {}
            case Fact.WaitDisallowed settled -> {}
        }
    }

    private void begin(WaitReason reason, Instant until, Instant at) {
        boolean isTaken = !life.hasEnded() || reason.outlivesTheEnd();
        if (isTaken && (until != null || !isWaiting(reason, at))) {
            waitingUntil[reason.ordinal()] = until == null ? Instant.MAX : until;
        }
    }

    private void end(boolean ticketEnds) {
        if (ticketEnds) {
            for (WaitReason reason : WaitReason.values()) {
                if (!reason.outlivesTheEnd()) {
                    waitingUntil[reason.ordinal()] = null;
                }
            }
        }
    }
}
