package dev.remit.tickets.rulings;

import dev.remit.engines.scope.ScopeItem;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Roles;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.catalogue.Catalogue;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.workitems.CountedUnits;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people at the service desk add to a ticket. */
@ApplicationScoped
class ServiceDeskActions {
    private final Tickets tickets;
    private final WorkItems workItems;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final Rulings rulings;
    private final RulingViews views;
    private final Caller caller;
    private final TenantClock clock;
    private final InstantSource wall;
    private final Event<TicketsPending> pending;

    ServiceDeskActions(
            Tickets tickets,
            WorkItems workItems,
            Agreements agreements,
            Catalogue catalogue,
            Rulings rulings,
            RulingViews views,
            Caller caller,
            TenantClock clock,
            InstantSource wall,
            Event<TicketsPending> pending) {
        this.tickets = tickets;
        this.workItems = workItems;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.rulings = rulings;
        this.views = views;
        this.caller = caller;
        this.clock = clock;
        this.wall = wall;
        this.pending = pending;
    }

    /**
     * Rules a work item again as another catalogue item, under the terms that the ticket is pinned to, or has it treated
     * otherwise than they say.
     *
     * @throws Problem not-found, invalid for a body that contradicts itself, wrong-state for a ticket under no agreement,
     *     rule-broken for an item that neither they nor the catalogue know
     */
    RulingView rule(UUID ticketId, UUID workItemId, RulingRequest asked) {
        Optional<TreatmentByHand> byHand = asked.byHand();
        Ticket ticket = tickets.requireLocked(ticketId);
        WorkItem workItem = workItems.require(ticketId, workItemId);
        if (ticket.pin().filter(PinnedTerms::hasTerms).isEmpty()) {
            throw Problem.wrongState("The ticket is not under an agreement yet, so there is nothing to rule by.");
        }
        if (byHand.isEmpty()
                && !catalogue.current().has(asked.item())
                && !signedItems(ticket).contains(asked.item())) {
            throw Problem.of(ProblemType.RULE_BROKEN, "There is no such item in what was signed or in the catalogue.")
                    .error("item", "must be an item of the agreement or of the catalogue", "unknown-item");
        }
        String by = caller.name() == null ? caller.username() : caller.name();
        String role = caller.has(Roles.OWNER) ? Roles.OWNER : Roles.SERVICE_DESK;
        RulingPerson person = new RulingPerson(caller.subject(), caller.username(), role, "API");
        if (byHand.isEmpty()) {
            workItem.choose(asked.item());
        }
        rulings.give(
                ticket, ticket.facts(), workItem, byHand.orElse(null), RulingReason.byHand(by, person, asked.reason()));
        pending.fire(new TicketsPending());
        return view(ticket, workItem).ruling();
    }

    /**
     * Notes how many units of a work item were counted, and tells who rates the work.
     *
     * @throws Problem not-found
     */
    WorkItemView count(UUID ticketId, UUID workItemId, long count) {
        Ticket ticket = tickets.requireLocked(ticketId);
        WorkItem workItem = workItems.require(ticketId, workItemId);
        workItem.count(new CountedUnits(count, caller.username(), clock.now()));
        ticket.touch(clock.now());
        if (workItem.rulingId().isPresent()) {
            rulings.publishAgain(ticket, workItem);
        }
        return view(ticket, workItem);
    }

    /**
     * Adds a further piece of work, to be ruled on its own.
     *
     * @param item the catalogue item, where it is clear; else null
     * @throws Problem not-found
     */
    WorkItemView add(UUID ticketId, String title, String item) {
        Ticket ticket = tickets.requireLocked(ticketId);
        WorkItem added = workItems.further(ticket.id(), title, item);
        ticket.pend(wall.instant());
        ticket.touch(clock.now());
        pending.fire(new TicketsPending());
        return view(ticket, added);
    }

    private Set<String> signedItems(Ticket ticket) {
        return agreements.terms(ticket.pin().orElseThrow().documents()).orElseThrow().all().stream()
                .flatMap(signed -> signed.document().catalogue().stream())
                .map(ScopeItem::code)
                .collect(Collectors.toSet());
    }

    private WorkItemView view(Ticket ticket, WorkItem workItem) {
        workItems.flush();
        return views.workItems(List.of(ticket), List.of(workItem)).get(workItem.id());
    }
}
