package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.engines.StepBudget;
import dev.remit.engines.agreement.ContestPeriod;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.WaitReading;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.Author;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.contests.Contest;
import dev.remit.tickets.contests.ContestState;
import dev.remit.tickets.contests.Contests;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** What is done about waits that a client contests: it contests one, the MSP settles that, or it is withdrawn. */
@ApplicationScoped
class ContestActions {
    private final Tickets tickets;
    private final VisibleTickets visible;
    private final Histories histories;
    private final Agreements agreements;
    private final Contests contests;
    private final SharedExcuses words;
    private final Outbox outbox;
    private final Caller caller;
    private final TenantClock clock;
    private final InstantSource wall;
    private final Event<TicketsPending> pending;
    private final Ids ids;

    ContestActions(
            Tickets tickets,
            VisibleTickets visible,
            Histories histories,
            Agreements agreements,
            Contests contests,
            SharedExcuses words,
            Outbox outbox,
            Caller caller,
            TenantClock clock,
            InstantSource wall,
            Event<TicketsPending> pending,
            Ids ids) {
        this.tickets = tickets;
        this.visible = visible;
        this.histories = histories;
        this.agreements = agreements;
        this.contests = contests;
        this.words = words;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.wall = wall;
        this.pending = pending;
        this.ids = ids;
    }

    /**
     * Contests a wait.
     *
     * @throws Problem not-found; invalid where staff do not say for whom; wrong-state where no such wait counts, or it was
     *     contested before; rule-broken where nothing is agreed of contesting, or it is too late
     */
    ContestView contest(UUID ticketId, ContestRequest asked) {
        Ticket ticket = locked(ticketId);
        String onBehalfOf = onBehalfOf(asked);
        Instant now = clock.now();
        CompiledTerms terms = ticket.pin()
                .filter(PinnedTerms::hasTerms)
                .flatMap(pin -> agreements.terms(pin.documents()))
                .orElseThrow(() -> Problem.wrongState("The ticket is not under an agreement, so no clock runs."));
        ContestPeriod period = terms.of(ticket.ruledUnder())
                .document()
                .contests()
                .orElseThrow(() ->
                        Problem.of(ProblemType.RULE_BROKEN, "The agreement does not say that waits may be contested."));
        TicketHistory history = histories.of(ticket, now).orElseThrow(Problem::notFound);
        WaitReading wait = wait(history, asked.waitKey(), now)
                .orElseThrow(() -> Problem.wrongState("No wait with that key stops a clock."));
        if (contests.ofTicket(ticket).stream()
                .anyMatch(earlier -> earlier.state() != ContestState.WITHDRAWN && earlier.meets(wait))) {
            throw Problem.wrongState("The wait was contested already.");
        }
        requireInTime(
                period.end(
                        since(history, wait, now),
                        terms.zone(null, ticket.pin().orElseThrow().zone())),
                now);
        Contest contest = new Contest(
                ids.next(),
                ticketId,
                ticket.pin().orElseThrow().clientId(),
                wait,
                new Contest.Objection(author(), onBehalfOf, asked.reason(), now));
        contests.persist(contest);
        ticket.contest();
        return moved(ClockEvents.ContestMoved.CONTESTED, ticket, contest);
    }

    private String onBehalfOf(ContestRequest asked) {
        boolean named = asked.onBehalfOf() != null && !asked.onBehalfOf().isBlank();
        if (named == caller.has(CLIENT_APPROVER)) {
            throw Problem.invalid(
                    "onBehalfOf",
                    named ? "is for the MSP's staff" : "must name the client's person who contests the wait",
                    "invalid-value");
        }
        return named ? asked.onBehalfOf() : null;
    }

    private static Optional<WaitReading> wait(TicketHistory history, String key, Instant now) {
        return Clocks.read(history, now, now, StepBudget.UNBOUNDED).stream()
                .flatMap(reading -> reading.waits().stream())
                .filter(wait -> wait.key().equals(key) && wait.counts())
                .filter(wait -> !wait.from().equals(wait.to()))
                .reduce((earlier, later) -> later);
    }

    /** When a wait ended or was heard of, whichever was later; now for one that goes on. */
    private static Instant since(TicketHistory history, WaitReading wait, Instant now) {
        Instant ended = wait.to() == null || wait.to().isAfter(now) ? now : wait.to();
        return history.events().stream()
                .filter(event -> event.key().equals(wait.key()))
                .map(SlaEvent::knownAt)
                .filter(known -> known.isAfter(ended))
                .findFirst()
                .orElse(ended);
    }

    private static void requireInTime(Instant end, Instant now) {
        if (!now.isBefore(end)) {
            throw Problem.of(ProblemType.RULE_BROKEN, "The agreed days in which the wait could be contested are over.")
                    .error("waitKey", "could be contested until " + end, "too-late");
        }
    }

    /**
     * Settles a contest.
     *
     * @throws Problem not-found, wrong-state for one that is not open
     */
    ContestView settle(UUID ticketId, UUID contestId, ContestSettlement as) {
        Ticket ticket = locked(ticketId);
        Contest contest = open(ticket, contestId);
        contest.settle(as.outcome() == ContestSettlement.Outcome.UPHELD, author(), as.because(), clock.now());
        return moved(ClockEvents.ContestMoved.SETTLED, ticket, contest);
    }

    /**
     * Withdraws a contest: the wait counts, as it would if nobody had contested it.
     *
     * @throws Problem not-found, wrong-state for one that is not open
     */
    ContestView withdraw(UUID ticketId, UUID contestId, String because) {
        Ticket ticket = locked(ticketId);
        Contest contest = open(ticket, contestId);
        contest.withdraw(author(), because, clock.now());
        return moved(ClockEvents.ContestMoved.WITHDRAWN, ticket, contest);
    }

    /** @throws Problem not-found, also for another client's */
    private Ticket locked(UUID ticketId) {
        tickets.requireLocked(ticketId);
        return visible.require(ticketId);
    }

    private Contest open(Ticket ticket, UUID contestId) {
        Contest contest = contests.findByIdOptional(contestId)
                .filter(known -> known.ticketId().equals(ticket.id()))
                .filter(known -> visible.maySee(ticket, known.clientId()))
                .orElseThrow(Problem::notFound);
        if (contest.state() != ContestState.OPEN) {
            throw Problem.wrongState("The contest is not open any more.");
        }
        return contest;
    }

    private Author author() {
        String role = caller.has(CLIENT_APPROVER) ? CLIENT_APPROVER : caller.has(OWNER) ? OWNER : SERVICE_DESK;
        return new Author(caller.subject(), caller.username(), caller.name(), role);
    }

    /** Tells of it, and has the ticket looked at again, since both readings follow from it. */
    private ContestView moved(String type, Ticket ticket, Contest contest) {
        ticket.touch(clock.now());
        ticket.pend(wall.instant());
        pending.fire(new TicketsPending());
        outbox.append(
                type,
                ticket.id(),
                new ClockEvents.ContestMoved(
                        ticket.id(),
                        contest.clientId(),
                        ticket.priority(),
                        contest.id(),
                        contest.state(),
                        contest.waitKey(),
                        contest.waitReason(),
                        contest.waitFrom()));
        return ContestView.of(contest, contest.state(), words.maySeeWords(ticket));
    }
}
