package dev.remit.engines.sla;

import dev.remit.engines.StepBudget;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Carries a ticket from event to event: hands each stretch between them to its clocks and to an owner. */
final class TicketFold {
    private final long createdAt;
    private final StepBudget budget;
    private final List<WaitReading> waits;
    private final ActiveWaits active;
    private final ClockFold[] clocks = new ClockFold[ClockKind.values().length];
    private final long[] secondsOf = new long[Owner.values().length];
    private final TicketLife life = new TicketLife();
    private final UpdateFold updates;
    private final MessageDelivery delivery;
    private final FoldWitness witness;
    /** What the agreement says. */
    private SlaTerms promised;
    /** Of that, what is run on a ticket of this source. */
    private SlaTerms terms;

    private long now;

    TicketFold(
            SlaTerms pinned,
            MessageDelivery delivery,
            SlaEvent created,
            List<WaitReading> waits,
            StepBudget budget,
            FoldWitness witness) {
        this.budget = budget;
        this.witness = witness;
        this.promised = pinned;
        this.delivery = delivery;
        this.terms = pinned.asRunOn(delivery);
        this.createdAt = created.at().getEpochSecond();
        this.now = createdAt;
        this.waits = waits;
        this.active = new ActiveWaits(waits);
        this.updates = new UpdateFold(terms, witness);
        for (ClockKind kind : ClockKind.values()) {
            clocks[kind.ordinal()] = kind == ClockKind.UPDATE ? updates : new ClockFold(kind, terms, witness);
        }
        witness.takes(created, now, terms, Set.of(), false);
        boolean answered = ((Fact.Created) created.fact()).answered();
        for (ClockFold clock : clocks) {
            clock.begin(created.key(), createdAt, answered);
        }
    }

    TicketFold fold(List<SlaEvent> ordered) {
        for (SlaEvent event : ordered) {
            advance(Math.max(createdAt, event.at().getEpochSecond()));
            witness.takes(event, now, terms, running(), life.hasEnded());
            apply(event);
        }
        return this;
    }

    private Set<ClockKind> running() {
        if (!witness.listens()) {
            return Set.of();
        }
        Set<ClockKind> running = EnumSet.noneOf(ClockKind.class);
        for (ClockKind kind : ClockKind.values()) {
            if (clock(kind).isRunning()) {
                running.add(kind);
            }
        }
        return running;
    }

    SlaReading read(Instant asOf, Instant knownAt) {
        advance(asOf.getEpochSecond());
        active.moveTo(now);
        stand();
        List<ClockReading> readings = Arrays.stream(clocks).map(this::read).toList();
        SecondsByOwner seconds = SecondsByOwner.of(secondsOf);
        Instant created = Instant.ofEpochSecond(createdAt);
        return new SlaReading(
                asOf, knownAt, created, readings, waits, ownerNow(), seconds, life.cancelledFor(), nextChange());
    }

    private ClockReading read(ClockFold clock) {
        ClockReading reading = clock.read(now, active);
        ClockKind kind = reading.kind();
        boolean withheld =
                reading.current() == null && promised.clock(kind).hasTarget() && !promised.canStop(kind, delivery);
        return withheld
                ? new ClockReading(kind, ClockState.NOT_RUN, NotRun.MESSAGES_NOT_DELIVERED, List.of())
                : reading;
    }

    private Instant nextChange() {
        long next = active.nextEdge();
        for (ClockFold clock : clocks) {
            next = Math.min(next, clock.nextChange(now, active));
        }
        return next == PauseUnion.NEVER ? null : Instant.ofEpochSecond(next);
    }

    private void advance(long to) {
        while (now < to) {
            active.moveTo(now);
            long until = Math.min(to, active.nextEdge());
            pass(until);
            now = until;
        }
    }

    /** Gives the stretch from now to a moment, in which nothing begins or ends, to whom it belongs. */
    private void pass(long until) {
        if (life.hasEnded()) {
            secondsOf[Owner.ENDED.ordinal()] += until - now;
            witness.owned(now, until, Owner.ENDED, null);
            return;
        }
        CompiledCalendar calendar = terms.clock(ClockKind.RESOLUTION).calendar();
        Instant from = Instant.ofEpochSecond(now);
        Instant to = Instant.ofEpochSecond(until);
        budget.spend(calendar.steps(from, to));
        for (ClockFold clock : clocks) {
            budget.spend(clock.steps(from, to, calendar));
        }
        long open = calendar.openSeconds(from, to);
        secondsOf[Owner.CLOSED.ordinal()] += until - now - open;
        secondsOf[waiting().ordinal()] += open;
        witness.owned(now, until, waiting(), calendar);
        for (ClockFold clock : clocks) {
            clock.pass(now, until, active.mask(), calendar, open);
        }
    }

    /** Says whose the time is from now on. */
    private void stand() {
        if (life.hasEnded()) {
            witness.owned(now, now, Owner.ENDED, null);
        } else {
            witness.owned(now, now, waiting(), terms.clock(ClockKind.RESOLUTION).calendar());
        }
    }

    private Owner waiting() {
        WaitReason reason = ActiveWaits.first(active.mask());
        return reason == null ? Owner.MSP : reason.owner();
    }

    private Owner ownerNow() {
        if (life.hasEnded()) {
            return Owner.ENDED;
        }
        boolean open = terms.clock(ClockKind.RESOLUTION).calendar().isOpen(Instant.ofEpochSecond(now));
        return open ? waiting() : Owner.CLOSED;
    }

    private void apply(SlaEvent event) {
        switch (event.fact()) {
            case Fact.TermsChanged change -> changeTerms(event.key(), change);
            case Fact.Cancelled cancelled -> cancel(cancelled.reason());
            case Fact.Happened happened -> {
                switch (happened.kind()) {
                    case RESOLVED, CLOSED -> end(event.key());
                    case REOPENED -> reopen(event.key());
                    default -> work(event.key(), happened.kind());
                }
            }
            case Fact.PublicMessage message -> work(event.key(), EventKind.PUBLIC_MESSAGE);
            case Fact.Created again -> {}
            case Fact.WaitStarted inWaits -> {}
            case Fact.WaitEnded inWaits -> {}
            case Fact.WaitDisallowed inWaits -> {}
        }
    }

    private void work(String key, EventKind kind) {
        if (life.hasEnded()) {
            updates.noteAfterTheEnd(kind);
            return;
        }
        if (terms.responseEvents().contains(kind)) {
            clock(ClockKind.RESPONSE).stop(key, now);
            updates.respond();
        }
        switch (kind) {
            case PLAN_GIVEN -> clock(ClockKind.PLAN).stop(key, now);
            case PUBLIC_MESSAGE, PUBLIC_UPDATE -> updates.update(key, now);
            case CLIENT_CONTACT -> updates.clientWrote();
            default -> {}
        }
        updates.openIfOwed(key, now);
    }

    private void end(String key) {
        if (life.resolve()) {
            for (ClockFold clock : clocks) {
                clock.stop(key, now);
            }
        }
    }

    private void cancel(CancelReason reason) {
        if (life.cancel(reason)) {
            for (ClockFold clock : clocks) {
                clock.cancel(reason, now);
            }
        }
    }

    private void reopen(String key) {
        if (life.reopen()) {
            for (ClockFold clock : clocks) {
                clock.reopen(key, now);
            }
        }
    }

    private void changeTerms(String key, Fact.TermsChanged change) {
        promised = change.terms();
        terms = promised.asRunOn(delivery);
        for (ClockFold clock : clocks) {
            if (life.hasEnded()) {
                clock.use(terms);
            } else {
                clock.change(terms, key, now, change.restarts());
            }
        }
    }

    private ClockFold clock(ClockKind kind) {
        return clocks[kind.ordinal()];
    }
}
