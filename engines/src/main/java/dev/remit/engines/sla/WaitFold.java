package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.sla.WaitReading.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the waits of a ticket and how far each of them is accepted. */
final class WaitFold {
    private final Instant createdAt;
    private final Instant asOf;
    private final MessageDelivery delivery;
    /** While the ticket has ended these are the waits that outlive its end: they count again when it is reopened. */
    private final UnderWay[] underWay = new UnderWay[WaitReason.values().length];

    private final List<WaitReading> waits = new ArrayList<>();
    private final TicketLife life = new TicketLife();
    private long[] questions;
    private Set<String> disallowed;
    private SlaTerms terms;

    WaitFold(SlaTerms pinned, MessageDelivery delivery, Instant createdAt, Instant asOf) {
        this.terms = pinned;
        this.delivery = delivery;
        this.createdAt = wholeSecond(createdAt);
        this.asOf = asOf;
    }

    /** A wait that has begun; {@code limit} is when it ends by itself, and null when it does not. */
    private record UnderWay(
            String key,
            WaitReason reason,
            Instant from,
            Instant limit,
            End atLimit,
            WaitProof judgedBy,
            boolean counts) {

        UnderWay again(Instant at) {
            return new UnderWay(key, reason, at, limit, atLimit, judgedBy, counts);
        }

        /** A wait for the client that has had its days stays the MSP's time, however often the client is asked again. */
        boolean givesWayTo(UnderWay next) {
            if (reason == WaitReason.CLIENT) {
                return !counts && next.counts;
            }
            return next.limit != null || (limit != null && !limit.isAfter(next.from));
        }
    }

    List<WaitReading> fold(List<SlaEvent> ordered) {
        questions = ordered.stream()
                .filter(event -> event.fact() instanceof Fact.PublicMessage(boolean question) && question)
                .mapToLong(event -> event.at().getEpochSecond())
                .toArray();
        disallowed = ordered.stream()
                .map(SlaEvent::fact)
                .filter(Fact.WaitDisallowed.class::isInstance)
                .map(fact -> ((Fact.WaitDisallowed) fact).waitKey())
                .collect(Collectors.toSet());
        for (SlaEvent event : ordered) {
            apply(event, later(wholeSecond(event.at()), createdAt));
        }
        if (!life.hasEnded()) {
            for (UnderWay wait : underWay) {
                leaveOpen(wait);
            }
        }
        waits.sort(Comparator.comparing(WaitReading::from).thenComparing(WaitReading::reason));
        return List.copyOf(waits);
    }

    private void apply(SlaEvent event, Instant at) {
        switch (event.fact()) {
            case Fact.WaitStarted started -> begin(event.key(), started, at);
            case Fact.WaitEnded over -> end(over.reason(), at, End.ENDED);
            case Fact.TermsChanged change -> terms = change.terms();
            case Fact.Cancelled cancelled -> endAll(life.cancel(cancelled.reason()), at);
            case Fact.Happened happened -> {
                switch (happened.kind()) {
                    case CLIENT_CONTACT -> end(WaitReason.CLIENT, at, End.CLIENT_ANSWERED);
                    case RESOLVED, CLOSED -> endAll(life.resolve(), at);
                    case REOPENED -> goOn(life.reopen(), at);
                    default -> {}
                }
            }
            case Fact.PublicMessage message -> {}
            case Fact.Created again -> {}
            case Fact.WaitDisallowed settled -> {}
        }
    }

    private void endAll(boolean ticketEnds, Instant at) {
        if (!ticketEnds) {
            return;
        }
        for (WaitReason reason : WaitReason.values()) {
            UnderWay wait = underWay[reason.ordinal()];
            if (wait != null) {
                close(wait, at, End.TICKET_ENDED);
                underWay[reason.ordinal()] = reason.outlivesTheEnd() ? wait : null;
            }
        }
    }

    private void goOn(boolean ticketGoesOn, Instant at) {
        if (!ticketGoesOn) {
            return;
        }
        for (WaitReason reason : WaitReason.values()) {
            UnderWay wait = underWay[reason.ordinal()];
            if (wait != null) {
                boolean isOver = wait.limit() != null && !wait.limit().isAfter(at);
                underWay[reason.ordinal()] = isOver ? null : wait.again(at);
            }
        }
    }

    private void begin(String key, Fact.WaitStarted started, Instant at) {
        if (life.hasEnded() && !started.reason().outlivesTheEnd()) {
            return;
        }
        UnderWay next = started.reason() == WaitReason.CLIENT ? clientWait(key, at) : otherWait(key, started, at);
        UnderWay before = underWay[started.reason().ordinal()];
        if (before != null && !before.givesWayTo(next)) {
            return;
        }
        end(started.reason(), at, End.ENDED);
        underWay[started.reason().ordinal()] = next;
    }

    private UnderWay otherWait(String key, Fact.WaitStarted started, Instant at) {
        Instant until = started.until() == null ? null : later(wholeSecond(started.until()), at);
        return new UnderWay(key, started.reason(), at, until, End.DATE_REACHED, null, !disallowed.contains(key));
    }

    private UnderWay clientWait(String key, Instant at) {
        ClientWaitRule rule = terms.clientWaits();
        CompiledCalendar calendar = terms.clock(ClockKind.RESOLUTION).calendar();
        Instant limit = rule.businessDays() == null ? null : calendar.afterBusinessDays(at, rule.businessDays());
        WaitProof judgedBy = rule.judgedBy(delivery);
        boolean asked = judgedBy == WaitProof.STATUS || isAskedNear(at, rule.questionWithin());
        boolean counts = asked && !disallowed.contains(key);
        return new UnderWay(key, WaitReason.CLIENT, at, limit, End.LIMIT_REACHED, judgedBy, counts);
    }

    private boolean isAskedNear(Instant at, Duration within) {
        for (long question : questions) {
            if (Math.abs(question - at.getEpochSecond()) <= within.toSeconds()) {
                return true;
            }
        }
        return false;
    }

    private void end(WaitReason reason, Instant at, End why) {
        UnderWay wait = underWay[reason.ordinal()];
        if (wait == null) {
            return;
        }
        underWay[reason.ordinal()] = null;
        if (!life.hasEnded()) {
            close(wait, at, why);
        }
    }

    private void close(UnderWay wait, Instant at, End why) {
        boolean byItself = wait.limit() != null && !wait.limit().isAfter(at);
        record(wait, byItself ? wait.limit() : at, byItself ? wait.atLimit() : why);
    }

    private void leaveOpen(UnderWay wait) {
        if (wait != null) {
            boolean over = wait.limit() != null && !wait.limit().isAfter(asOf);
            record(wait, wait.limit(), over ? wait.atLimit() : End.OPEN);
        }
    }

    private void record(UnderWay wait, Instant to, End end) {
        waits.add(new WaitReading(
                wait.key(),
                wait.reason(),
                wait.from(),
                wait.counts() ? to : wait.from(),
                wait.counts() ? end : whyNot(wait),
                wait.judgedBy()));
    }

    private End whyNot(UnderWay wait) {
        return disallowed.contains(wait.key()) ? End.DISALLOWED : End.NO_QUESTION;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant wholeSecond(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }
}
