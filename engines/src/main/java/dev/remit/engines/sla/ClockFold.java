package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.util.ArrayList;
import java.util.List;

/** One clock of a ticket on its way through the events: its cycles, and whether it still owes anything. */
final class ClockFold {
    private final ClockKind kind;
    private final List<CycleFold> cycles = new ArrayList<>(1);
    private SlaTerms terms;
    private CycleFold current;
    /** Whether a target would have something to measure: not answered for good, and the ticket has not ended. */
    private boolean owing = true;
    /** Whether the response or the plan was given, which is done once. */
    private boolean given;

    ClockFold(ClockKind kind, SlaTerms pinned, String key, long at) {
        this.kind = kind;
        this.terms = pinned;
        open(key, at);
    }

    private void open(String key, long at) {
        current = null;
        if (terms.clock(kind).hasTarget()) {
            current = new CycleFold(key, at, terms.clock(kind), terms.warningPercents());
            cycles.add(current);
        }
    }

    /** Lets a stretch pass of which so many seconds are open under a calendar that is likely this clock's own. */
    void pass(long from, long to, int waiting, CompiledCalendar calendar, long open) {
        if (current != null && owing) {
            current.pass(from, to, waiting, calendar, open);
        }
    }

    /** What the clock waited for has come, or the ticket is resolved and nothing more is owed on it. */
    void stop(String key, long at) {
        given = kind == ClockKind.RESPONSE || kind == ClockKind.PLAN;
        if (owing && current != null) {
            current.stop(key, at);
        }
        owing = false;
    }

    /** What the clock waited for has come, and is owed again from now on. */
    void stopAndOpen(String key, long at) {
        stop(key, at);
        owing = true;
        open(key, at);
    }

    /** What the clock waits for is owed from now on instead. */
    void supersede(String key, long at) {
        leave(CancelReason.SUPERSEDED, at);
        open(key, at);
    }

    void cancel(CancelReason reason, long at) {
        leave(reason, at);
        owing = false;
    }

    private void leave(CancelReason reason, long at) {
        if (owing && current != null) {
            current.cancel(reason, at);
        }
    }

    void reopen(String key, long at) {
        if (given) {
            return;
        }
        boolean goesOn = current != null && (kind == ClockKind.RESOLUTION || current.isCancelled());
        if (kind == ClockKind.UPDATE) {
            owing = true;
            open(key, at);
        } else if (goesOn) {
            owing = true;
            current.resume(terms.clock(kind), terms.warningPercents(), at);
        } else if (current == null) {
            owing = true;
            open(key, at);
        }
    }

    void change(SlaTerms changed, String key, long at, boolean restart) {
        terms = changed;
        if (!owing) {
            return;
        }
        if (current == null) {
            open(key, at);
        } else if (restart) {
            leave(CancelReason.RESTARTED, at);
            open(key, at);
        } else {
            current.carry(terms.clock(kind), terms.warningPercents(), at);
        }
    }

    ClockReading read(long now, ActiveWaits active) {
        List<CycleReading> readings =
                cycles.stream().map(cycle -> cycle.read(now, active)).toList();
        ClockState state =
                current == null ? ClockState.NO_TARGET : readings.getLast().state();
        return new ClockReading(kind, state, readings);
    }

    long nextChange(long now, ActiveWaits active) {
        return current == null || !owing ? PauseUnion.NEVER : current.nextChange(now, active);
    }
}
