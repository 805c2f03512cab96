package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One run of a clock on its way through the events: time used, moments reached, and how it ended. */
final class CycleFold {
    private static final long NONE = PauseUnion.NEVER;

    private final String key;
    private final Instant startedAt;
    private final Instant horizon;
    private final List<Warning> fired = new ArrayList<>(3);
    private final List<Stop> stops = new ArrayList<>(1);
    private ClockTerms terms;
    private List<Integer> percents;
    private int pausing;
    /** The target in force, or the last one there was, in open seconds from the start. */
    private long target;

    private long consumed;
    /** Consumed time at which something happens next: a warning or the due moment. */
    private long threshold;
    /** When the target was used up; a later end is late. */
    private long reachedAt = NONE;

    private boolean breached;
    private long endedAt = NONE;
    private CancelReason cancelledFor;

    CycleFold(String key, long at, ClockTerms terms, List<Integer> percents) {
        this.key = key;
        this.startedAt = Instant.ofEpochSecond(at);
        this.horizon = CompiledCalendar.horizon(startedAt);
        take(terms, percents);
        reach(at, 0);
    }

    private void take(ClockTerms newTerms, List<Integer> newPercents) {
        terms = newTerms;
        percents = newPercents;
        target = newTerms.hasTarget() ? newTerms.targetSeconds(startedAt) : target;
        pausing = 0;
        for (WaitReason reason : newTerms.pausedBy()) {
            pausing |= ActiveWaits.bit(reason);
        }
    }

    /** Lets a stretch pass; says whether a wait pauses it. */
    boolean pass(long from, long to, int waiting, CompiledCalendar likely, long openIfLikely) {
        if ((waiting & pausing) != 0) {
            return true;
        }
        long open = terms.calendar() == likely
                ? openIfLikely
                : terms.calendar().openSeconds(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
        if (consumed + open >= threshold) {
            reach(from, open);
        }
        consumed += open;
        return false;
    }

    long steps(Instant from, Instant to, CompiledCalendar likely) {
        return terms.calendar() == likely ? 0 : terms.calendar().steps(from, to);
    }

    /** Notes what comes to pass while the open seconds that follow a moment are used. */
    private void reach(long from, long open) {
        threshold = NONE;
        if (!terms.hasTarget() || reachedAt != NONE) {
            return;
        }
        long used = consumed + open;
        for (int percent : percents) {
            long share = share(percent);
            if (hasFired(percent) || share == 0) {
                continue;
            }
            Instant moment = share <= used ? momentAfter(from, Math.max(share, consumed)) : null;
            if (moment != null) {
                fired.add(new Warning(percent, moment, true));
            } else {
                threshold = Math.min(threshold, share);
            }
        }
        Instant moment = target <= used ? momentAfter(from, Math.max(target, consumed)) : null;
        if (moment != null) {
            reachedAt = moment.getEpochSecond();
        } else {
            threshold = Math.min(threshold, target);
        }
    }

    private long share(int percent) {
        return Math.ceilDiv(target * percent, 100);
    }

    private boolean hasFired(int percent) {
        for (Warning warning : fired) {
            if (warning.percent() == percent) {
                return true;
            }
        }
        return false;
    }

    void stop(String byKey, long at) {
        breached |= reachedAt < at;
        stops.add(new Stop(byKey, Instant.ofEpochSecond(at), consumed, !breached));
        endAt(at);
    }

    void cancel(CancelReason reason, long at) {
        breached |= reachedAt < at;
        cancelledFor = reason;
        endAt(at);
    }

    private void endAt(long at) {
        endedAt = at;
        fired.removeIf(warning -> warning.at().getEpochSecond() >= at);
    }

    /** Goes on after an end with the time used so far, under the terms that hold now. */
    void resume(ClockTerms newTerms, List<Integer> newPercents, long at) {
        endedAt = NONE;
        cancelledFor = null;
        if (!breached) {
            reachedAt = NONE;
        }
        carry(newTerms, newPercents, at);
    }

    /** Goes on under other terms with the time used so far; what the new target leaves no time for is late at once. */
    void carry(ClockTerms newTerms, List<Integer> newPercents, long at) {
        breached |= reachedAt < at;
        take(newTerms, newPercents);
        if (!breached) {
            reachedAt = NONE;
        }
        reach(at, 0);
    }

    /** Whether other terms have a target, and it is shorter from the same start than the last one here. */
    boolean isLongerThan(ClockTerms other) {
        return other.hasTarget() && other.targetSeconds(startedAt) < target;
    }

    boolean isCancelled() {
        return cancelledFor != null;
    }

    String key() {
        return key;
    }

    int pausing() {
        return pausing;
    }

    long consumed() {
        return consumed;
    }

    /** The target in force, or the last one there was, in open seconds from the start. */
    long target() {
        return target;
    }

    /** Whether it missed its due moment before it was stopped, changed or cancelled, or by that. */
    boolean hasBreached() {
        return breached;
    }

    CancelReason cancelledFor() {
        return cancelledFor;
    }

    CycleReading read(long now, ActiveWaits active) {
        boolean late = isLate(now);
        return new CycleReading(
                key,
                startedAt,
                state(late, active),
                terms.hasTarget() && target < Target.NEVER ? target : null,
                terms.target() instanceof Target.Days days ? days : null,
                consumed,
                due(now, active),
                late ? Instant.ofEpochSecond(reachedAt) : null,
                endedAt == NONE ? null : Instant.ofEpochSecond(endedAt),
                endedAt == NONE ? ActiveWaits.first(active.mask() & pausing) : null,
                cancelledFor,
                warnings(now, active),
                List.copyOf(stops));
    }

    private boolean isLate(long now) {
        return breached || (endedAt == NONE && reachedAt < now);
    }

    private ClockState state(boolean late, ActiveWaits active) {
        if (cancelledFor != null && (!late || cancelledFor.voidsBreach())) {
            return ClockState.CANCELLED;
        }
        if (late) {
            return ClockState.BREACHED;
        }
        if (endedAt != NONE) {
            return ClockState.MET;
        }
        if (!terms.hasTarget()) {
            return ClockState.NO_TARGET;
        }
        return isPaused(active) ? ClockState.PAUSED : ClockState.RUNNING;
    }

    private boolean isPaused(ActiveWaits active) {
        return (active.mask() & pausing) != 0;
    }

    private Instant due(long now, ActiveWaits active) {
        if (reachedAt != NONE) {
            return Instant.ofEpochSecond(reachedAt);
        }
        if (!terms.hasTarget() || cancelledFor != null) {
            return null;
        }
        long from = endedAt == NONE ? countsAgainAt(now, active) : endedAt;
        return momentAfter(from, target);
    }

    /** When time counts again as far as is known: now, or when the waits that pause it are over. */
    private long countsAgainAt(long now, ActiveWaits active) {
        return isPaused(active) ? active.overAt(pausing) : now;
    }

    /** When so much is used, counting from a moment without a pause; null when that is too far off. */
    private Instant momentAfter(long from, long share) {
        if (from == NONE) {
            return null;
        }
        return terms.calendar().due(Instant.ofEpochSecond(from), share - consumed, horizon);
    }

    private List<Warning> warnings(long now, ActiveWaits active) {
        List<Warning> warnings = new ArrayList<>(fired);
        if (terms.hasTarget() && target > 0) {
            boolean willFire = endedAt == NONE && reachedAt == NONE;
            long from = willFire ? countsAgainAt(now, active) : NONE;
            for (int percent : percents) {
                if (!hasFired(percent)) {
                    warnings.add(new Warning(percent, momentAfter(from, share(percent)), false));
                }
            }
        }
        warnings.sort(Comparator.comparingInt(Warning::percent));
        return List.copyOf(warnings);
    }

    /** The first moment after now at which a warning fires or this cycle is late, with no event in between. */
    long nextChange(long now, ActiveWaits active) {
        if (endedAt != NONE || isLate(now)) {
            return NONE;
        }
        long next = NONE;
        Instant due = due(now, active);
        if (due != null) {
            next = due.getEpochSecond() + 1;
        }
        for (Warning warning : warnings(now, active)) {
            if (!warning.fired() && warning.at() != null) {
                next = Math.min(next, warning.at().getEpochSecond());
            }
        }
        return next;
    }
}
