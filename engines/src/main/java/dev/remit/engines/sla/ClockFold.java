package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One clock of a ticket on its way through the events: its cycles, and whether it still owes anything. */
class ClockFold {
    private final ClockKind kind;
    private final FoldWitness witness;
    private final List<CycleFold> cycles = new ArrayList<>(1);
    private SlaTerms terms;
    private CycleFold current;
    /** Whether a target would have something to measure: not answered for good, and the ticket has not ended. */
    private boolean owing = true;
    /** Whether the response or the plan was given, which is done once. */
    private boolean given;

    ClockFold(ClockKind kind, SlaTerms pinned, FoldWitness witness) {
        this.kind = kind;
        this.witness = witness;
        this.terms = pinned;
    }

    /** The ticket came into being; {@code answered} where the client had its response at once. */
    void begin(String key, long at, boolean answered) {
        open(key, at);
        if (answered && kind == ClockKind.RESPONSE) {
            stop(key, at);
        }
    }

    final void open(String key, long at) {
        current = null;
        owing = true;
        if (terms.clock(kind).hasTarget()) {
            current = new CycleFold(key, at, terms.clock(kind), terms.warningPercents());
            cycles.add(current);
            witness.saw(effect(Effect.What.BEGUN));
        }
    }

    /** Lets a stretch pass of which so many seconds are open under a calendar that is likely this clock's own. */
    final void pass(long from, long to, int waiting, CompiledCalendar calendar, long open) {
        if (isRunning()) {
            long usedBefore = current.consumed();
            if (current.pass(from, to, waiting, calendar, open)) {
                witness.paused(
                        kind,
                        current.key(),
                        from,
                        to,
                        waiting & current.pausing(),
                        terms.clock(kind).calendar());
            } else {
                witness.counted(kind, current, from, to, usedBefore, terms.clock(kind));
            }
        }
    }

    /** What such a stretch costs beside counting it by the calendar that is likely this clock's own. */
    final long steps(Instant from, Instant to, CompiledCalendar likely) {
        return isRunning() ? current.steps(from, to, likely) : 0;
    }

    /** What the clock waited for has come, or the ticket is resolved and nothing more is owed on it. */
    void stop(String key, long at) {
        given = kind == ClockKind.RESPONSE || kind == ClockKind.PLAN;
        if (isRunning()) {
            current.stop(key, at);
            witness.saw(effect(Effect.What.STOPPED));
        }
        owing = false;
    }

    final void cancel(CancelReason reason, long at) {
        if (isRunning()) {
            current.cancel(reason, at);
            witness.saw(effect(Effect.What.CANCELLED));
        }
        owing = false;
    }

    void reopen(String key, long at) {
        if (given) {
            return;
        }
        boolean goesOn = current != null && (kind == ClockKind.RESOLUTION || current.isCancelled());
        if (goesOn) {
            owing = true;
            current.resume(terms.clock(kind), terms.warningPercents(), at);
            witness.saw(effect(Effect.What.RESUMED));
        } else if (current == null) {
            open(key, at);
        }
    }

    void change(SlaTerms changed, String key, long at, boolean restart) {
        boolean otherTerms = !terms.clock(kind).equals(changed.clock(kind));
        terms = changed;
        if (!owing) {
            return;
        }
        if (current == null) {
            open(key, at);
        } else if (restart && current.isLongerThan(terms.clock(kind))) {
            cancel(CancelReason.RESTARTED, at);
            open(key, at);
        } else {
            current.carry(terms.clock(kind), terms.warningPercents(), at);
            if (otherTerms) {
                witness.saw(effect(Effect.What.CARRIED));
            }
        }
    }

    private Effect effect(Effect.What what) {
        return new Effect(what, kind, current.key(), current.consumed(), current.hasBreached(), current.cancelledFor());
    }

    /** Whether a cycle is under way. */
    final boolean isRunning() {
        return current != null && owing;
    }

    final SlaTerms terms() {
        return terms;
    }

    final void use(SlaTerms changed) {
        terms = changed;
    }

    final ClockReading read(long now, ActiveWaits active) {
        List<CycleReading> readings =
                cycles.stream().map(cycle -> cycle.read(now, active)).toList();
        return new ClockReading(
                kind, readings.isEmpty() ? idle() : readings.getLast().state(), null, readings);
    }

    private ClockState idle() {
        boolean awaited = kind == ClockKind.UPDATE && terms.clock(kind).hasTarget();
        return awaited ? ClockState.NOT_STARTED : ClockState.NO_TARGET;
    }

    final long nextChange(long now, ActiveWaits active) {
        return isRunning() ? current.nextChange(now, active) : PauseUnion.NEVER;
    }
}
