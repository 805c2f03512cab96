package dev.remit.tickets.history;

import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.WaitReason;
import dev.remit.psa.Author;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.connections.TicketStatus;
import dev.remit.tickets.history.TicketEvent.Kind;
import java.time.Instant;

/** Derives waits, ends and reopenings from what a ticket's status means, snapshot by snapshot. */
final class StatusFold {
    /** An end that later snapshots of the same stretch may still put at another time. */
    private record End(Instant at, Instant knownAt, TicketStatus status, Author author) {}

    private final SnapshotFold fold;
    private TicketStatus status;
    private WaitReason wait;
    private Schedule schedule = Schedule.NONE;
    private End end;
    private Instant reopenedAt;

    /** Until when work was put off: not at all, to a date, or to no date that is known. */
    private record Schedule(boolean agreed, Instant until) {
        static final Schedule NONE = new Schedule(false, null);
    }

    StatusFold(SnapshotFold fold) {
        this.fold = fold;
    }

    /** @param meaning null where the source's status means nothing to us; the one before then goes on */
    void take(TicketStatus meaning, TicketFacts facts) {
        TicketStatus now = meaning(meaning, facts);
        Instant at = fold.current().sourceUpdatedAt();
        if (now == TicketStatus.RESPONDED && status != now) {
            told("responded", at, new Fact.Happened(EventKind.RESPONSE_STATUS), facts);
        }
        wait(now, facts, at);
        schedule(now, facts.milestones().scheduledFor(), at);
        end(now, facts, at);
        status = now;
    }

    /** The source's own resolution time stands for a status that says nothing. */
    private TicketStatus meaning(TicketStatus meaning, TicketFacts facts) {
        if (meaning != null) {
            return meaning;
        }
        boolean resolved =
                facts.milestones().resolvedAt() != null || facts.milestones().closedAt() != null;
        return status == null && resolved ? TicketStatus.RESOLVED : status;
    }

    /** An event that the source's status tells of. */
    private void told(String what, Instant at, Fact fact, TicketFacts facts) {
        fold.event(what, at, fact, fold.statusBefore(), facts.status());
    }

    private void wait(TicketStatus now, TicketFacts facts, Instant at) {
        WaitReason reason = reason(now);
        if (reason == wait) {
            return;
        }
        if (wait != null) {
            told("wait over", at, new Fact.WaitEnded(wait), facts);
        }
        if (reason != null) {
            told("wait", at, new Fact.WaitStarted(reason, null), facts);
        }
        wait = reason;
    }

    private static WaitReason reason(TicketStatus status) {
        if (status == TicketStatus.WAITING_CLIENT) {
            return WaitReason.CLIENT;
        }
        return status == TicketStatus.WAITING_VENDOR ? WaitReason.VENDOR : null;
    }

    private void schedule(TicketStatus now, Instant scheduledFor, Instant at) {
        Schedule next = now == TicketStatus.SCHEDULED || scheduledFor != null
                ? new Schedule(true, scheduledFor)
                : Schedule.NONE;
        if (next.equals(schedule)) {
            return;
        }
        if (schedule.agreed()) {
            fold.event("schedule over", at, new Fact.WaitEnded(WaitReason.SCHEDULED));
        }
        if (next.agreed() && (scheduledFor == null || scheduledFor.isAfter(at))) {
            fold.event("schedule", at, new Fact.WaitStarted(WaitReason.SCHEDULED, scheduledFor));
        }
        schedule = next;
    }

    private void end(TicketStatus now, TicketFacts facts, Instant at) {
        boolean ends = now != null && now.isEnd();
        if (ends) {
            boolean goesOn = end != null && now.isResolution() == end.status().isResolution();
            Instant endedAt = endedAt(now, facts, goesOn ? end.at() : at);
            boolean again = end != null && end.status() == now && end.at().equals(endedAt);
            end = again
                    ? new End(
                            endedAt,
                            SnapshotFold.earlier(end.knownAt(), fold.current().knownAt()),
                            now,
                            end.author())
                    : new End(endedAt, fold.current().knownAt(), now, fold.author());
        } else if (end != null) {
            tellEnd();
            end = null;
            reopenedAt = at;
            told("reopened", at, new Fact.Happened(EventKind.REOPENED), facts);
            fold.add(TicketEvent.fromSource(
                    at, fold.current().knownAt(), Kind.REOPENED, "reopened@" + at, null, null, fold.author()));
        }
    }

    /** The source's own time of the end, unless it is of an earlier end that was reopened since. */
    private Instant endedAt(TicketStatus now, TicketFacts facts, Instant otherwise) {
        if (!now.isResolution()) {
            return otherwise;
        }
        Instant told = facts.milestones().resolvedAt() != null
                ? facts.milestones().resolvedAt()
                : facts.milestones().closedAt();
        boolean stale = told == null || (reopenedAt != null && !told.isAfter(reopenedAt));
        return stale ? otherwise : told;
    }

    /** Whether the ticket has an end by what was told last. */
    boolean hasEnded() {
        return end != null;
    }

    void finish() {
        if (end != null) {
            tellEnd();
        }
    }

    private void tellEnd() {
        boolean resolved = end.status().isResolution();
        Fact fact = resolved
                ? new Fact.Happened(EventKind.RESOLVED)
                : new Fact.Cancelled(end.status().cancellation().orElseThrow());
        String key = (resolved ? "resolved@" : "cancelled@") + end.at();
        fold.add(new SlaEvent(key, end.at(), end.knownAt(), fact), end.author());
        fold.add(TicketEvent.fromSource(
                end.at(),
                end.knownAt(),
                resolved ? Kind.RESOLVED : Kind.CANCELLED,
                key,
                null,
                end.status().name(),
                end.author()));
    }
}
