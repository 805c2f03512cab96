package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.engines.StepBudget;
import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.CycleReading;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.Author;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do about breaches: they excuse one, or take an excuse back. */
@ApplicationScoped
class BreachReview {
    private final Tickets tickets;
    private final Histories histories;
    private final Agreements agreements;
    private final PastPriorities priorities;
    private final BreachExcuses excuses;
    private final Outbox outbox;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;

    BreachReview(
            Tickets tickets,
            Histories histories,
            Agreements agreements,
            PastPriorities priorities,
            BreachExcuses excuses,
            Outbox outbox,
            Caller caller,
            TenantClock clock,
            Ids ids) {
        this.tickets = tickets;
        this.histories = histories;
        this.agreements = agreements;
        this.priorities = priorities;
        this.excuses = excuses;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Excuses a breach for a reason that the agreement allows.
     *
     * @throws Problem not-found, wrong-state where there is no such breach or it is excused, rule-broken for a reason that the
     *     agreement does not allow for that clock and the priority of that moment
     */
    ExcuseView excuse(UUID ticketId, ExcuseRequest asked) {
        Ticket ticket = tickets.requireLocked(ticketId);
        Instant now = clock.now();
        Optional<TicketHistory> history = histories.of(ticket, now);
        CycleReading cycle = history.flatMap(told -> breach(told, asked, now))
                .orElseThrow(() -> Problem.wrongState("That cycle of the clock has missed no due moment."));
        String priority = priorities.at(ticket, history.orElseThrow(), cycle.breachedAt());
        List<BreachExcuse> earlier = excuses.ofTicket(ticketId).stream()
                .filter(excuse -> excuse.isOf(asked.clock(), asked.cycle()))
                .toList();
        if (earlier.stream().anyMatch(excuse -> excuse.withdrawnAt().isEmpty())) {
            throw Problem.wrongState("The breach is excused already.");
        }
        BreachExcuse excuse = new BreachExcuse(
                ids.next(),
                ticketId,
                ticket.pin().orElseThrow().clientId(),
                earlier.size() + 1,
                cycle.breachedAt(),
                asked,
                promise(ticket, asked, priority).clause(),
                author(),
                now);
        excuses.persist(excuse);
        tell(ClockEvents.BreachExcused.TYPE, ticket, excuse);
        return ExcuseView.of(excuse, true);
    }

    private static Optional<CycleReading> breach(TicketHistory history, ExcuseRequest asked, Instant now) {
        return Clocks.read(history, now, now, StepBudget.UNBOUNDED)
                .map(reading -> reading.clock(asked.clock()))
                .flatMap(read -> read.cycles().stream()
                        .filter(cycle -> cycle.key().equals(asked.cycle()))
                        .filter(cycle -> cycle.state() == ClockState.BREACHED)
                        .findFirst());
    }

    /** @param priority the ticket's when its clock was late, whatever it is now */
    private CompliancePromise promise(Ticket ticket, ExcuseRequest asked, String priority) {
        return ticket.pin().filter(PinnedTerms::hasTerms).flatMap(pin -> agreements.terms(pin.documents())).stream()
                .flatMap(terms -> terms.of(ticket.ruledUnder()).document().compliance().stream())
                .filter(promise -> promise.allows(asked.reason().name(), asked.clock(), priority))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ProblemType.RULE_BROKEN,
                                "The agreement does not exclude that from what it promises of the clock.")
                        .error("reason", "must be an exclusion of the agreement for the clock", "not-agreed"));
    }

    /**
     * Takes an excuse back. The breach counts as before; that it was excused stays on record.
     *
     * @throws Problem not-found, wrong-state for one that was taken back
     */
    ExcuseView withdraw(UUID ticketId, UUID excuseId, String because) {
        Ticket ticket = tickets.requireLocked(ticketId);
        BreachExcuse excuse = excuses.findByIdOptional(excuseId)
                .filter(known -> known.ticketId().equals(ticketId))
                .orElseThrow(Problem::notFound);
        if (excuse.withdrawnAt().isPresent()) {
            throw Problem.wrongState("The excuse was taken back already.");
        }
        excuse.withdraw(because, author(), clock.now());
        tell(ClockEvents.BreachExcused.WITHDRAWN, ticket, excuse);
        return ExcuseView.of(excuse, true);
    }

    private Author author() {
        String role = caller.has(OWNER) ? OWNER : SERVICE_DESK;
        return new Author(caller.subject(), caller.username(), caller.name(), role);
    }

    private void tell(String type, Ticket ticket, BreachExcuse excuse) {
        ticket.touch(clock.now());
        outbox.append(
                type,
                ticket.id(),
                new ClockEvents.BreachExcused(
                        ticket.id(),
                        excuse.clientId(),
                        ticket.priority(),
                        excuse.clock(),
                        excuse.cycle(),
                        excuse.due(),
                        excuse.reason(),
                        excuse.id()));
    }
}
