package dev.remit.tickets.rulings;

import dev.remit.kit.time.TenantClock;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.ClientAgreements;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import dev.remit.tickets.clients.Site;
import dev.remit.tickets.history.Pinning;
import dev.remit.tickets.intake.Awaiting;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.FreezeCause;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Brings a ticket from what its source says to terms that are pinned and work items that are ruled. */
@ApplicationScoped
public class TicketRulings {
    private final Clients clients;
    private final Agreements agreements;
    private final WorkItems workItems;
    private final Rulings rulings;
    private final FrozenRulings frozen;
    private final Pinning pinning;
    private final TenantClock clock;

    TicketRulings(
            Clients clients,
            Agreements agreements,
            WorkItems workItems,
            Rulings rulings,
            FrozenRulings frozen,
            TenantClock clock) {
        this.clients = clients;
        this.agreements = agreements;
        this.workItems = workItems;
        this.rulings = rulings;
        this.frozen = frozen;
        this.pinning = new Pinning(agreements);
        this.clock = clock;
    }

    /**
     * Goes as far as what is known allows; the ticket is locked.
     *
     * @param facts of its latest snapshot
     */
    public void bring(Ticket ticket, TicketFacts facts) {
        Optional<Client> client = clients.known(nameOfClient(ticket, facts));
        boolean leaves = ticket.pin()
                .filter(pin ->
                        client.isEmpty() || !pin.clientId().equals(client.get().id()))
                .isPresent();
        if (leaves) {
            ticket.unpin(clock.now());
        }
        Optional<PinnedTerms> before = ticket.pin();
        Optional<PinnedTerms> pin = client.flatMap(known -> pin(ticket, facts, known, before));
        if (client.isEmpty()) {
            ticket.awaitClient(facts.client(), clock.now());
        }
        if (leaves) {
            setAside(ticket, pin.isEmpty());
        }
        if (pin.isPresent()) {
            if (!before.equals(pin)) {
                ticket.pin(pin.get(), clock.now());
            }
            ruleAll(ticket, facts, otherTerms(before, pin.get()));
        }
    }

    /**
     * Reads at once what bringing several tickets asks for.
     *
     * @param tickets locked
     */
    public void recall(List<Ticket> tickets) {
        Set<Clients.Name> names = tickets.stream()
                .map(ticket -> nameOfClient(ticket, ticket.facts()))
                .collect(Collectors.toSet());
        Set<UUID> ids = clients.recall(names).values().stream()
                .flatMap(Optional::stream)
                .map(Client::id)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            agreements.recall(ids);
        }
        workItems.recall(tickets.stream().map(Ticket::id).toList());
    }

    private static Clients.Name nameOfClient(Ticket ticket, TicketFacts facts) {
        return new Clients.Name(
                facts.client().code(), ticket.connectionName(), facts.client().externalId());
    }

    /** Nothing that was ruled under one client holds for another, or while nobody knows whose ticket it is. */
    private void setAside(Ticket ticket, boolean waits) {
        workItems.of(ticket.id()).stream()
                .filter(workItem -> workItem.rulingId().isPresent())
                .forEach(workItem -> {
                    if (waits) {
                        rulings.publishAwaiting(ticket, workItem);
                    }
                    rulings.setAside(workItem);
                });
    }

    /** Keeps a work item's ruling as it is, since somebody has worked on it, once the work is categorised. */
    public void worked(Ticket ticket, WorkItem workItem) {
        if (rulings.isCategorised(workItem)) {
            rulings.freeze(ticket, workItem, FreezeCause.TIME_ENTRY);
        }
    }

    /** Keeps a work item's ruling as it is, since a quote for it was sent; one that it took back keeps nothing. */
    public void quoted(Ticket ticket, WorkItem workItem) {
        if (rulings.canBeExtra(workItem)) {
            rulings.freeze(ticket, workItem, FreezeCause.QUOTE);
        }
    }

    /**
     * Lets a work item's ruling change by itself again, since all that was done under it turned out not to have been done;
     * says whether it does. What a person has decided of it stays.
     */
    public boolean release(WorkItem workItem) {
        if (rulings.isDecided(workItem)) {
            return false;
        }
        workItem.unfreeze();
        return true;
    }

    /** Tells other services that a work item's ruling changes by itself again, and brings it to what is known. */
    public void follow(Ticket ticket, WorkItem workItem) {
        rulings.publishAgain(ticket, workItem);
        rulings.reconsider(ticket, ticket.facts(), workItem);
    }

    /** Tells other services of every ruling once more, since what they may know of the ticket has changed. */
    public void publishAgain(Ticket ticket) {
        workItems.of(ticket.id()).stream()
                .filter(workItem -> workItem.rulingId().isPresent())
                .forEach(workItem -> rulings.publishAgain(ticket, workItem));
    }

    private static String named(TicketFacts.SiteRef reference) {
        if (reference == null) {
            return null;
        }
        return reference.code() != null ? "code " + reference.code() : "reference " + reference.externalId();
    }

    /**
     * Empty where the ticket has to wait. A site's zone, which decides deadlines and prices, is that which the version signs;
     * the client's record has it only where the version does not. Terms that were pinned under the same client stay, and so do
     * site and zone: a later edit of the client's record moves neither. Only a site that the source corrects on the ticket
     * itself does, and a version that both parties signed for a time that was past.
     */
    private Optional<PinnedTerms> pin(Ticket ticket, TicketFacts facts, Client client, Optional<PinnedTerms> before) {
        TicketFacts.SiteRef reference = facts.site();
        String named = named(reference);
        boolean hasTerms = before.filter(PinnedTerms::hasTerms).isPresent();
        if (hasTerms && Objects.equals(named, ticket.siteNamed())) {
            return pinning.signedForThePast(ticket, before.get()).or(() -> before);
        }
        Optional<Site> site = reference == null
                ? Optional.empty()
                : client.site(reference.code(), ticket.connectionName(), reference.externalId());
        ZoneId onRecord = site.map(Site::zone).orElse(client.zone());
        String siteCode = site.map(Site::code).orElse(null);
        ticket.nameSite(named);
        if (hasTerms) {
            PinnedTerms kept = before.get();
            ZoneId zone = agreements
                    .terms(kept.documents())
                    .map(terms -> terms.zone(siteCode, onRecord))
                    .orElse(onRecord);
            PinnedTerms moved = new PinnedTerms(
                    client.id(),
                    client.code(),
                    siteCode,
                    zone,
                    kept.documentHash(),
                    kept.agreementId(),
                    kept.agreementVersion(),
                    kept.addenda());
            return pinning.signedForThePast(ticket, moved).or(() -> Optional.of(moved));
        }
        PinnedTerms withoutTerms =
                new PinnedTerms(client.id(), client.code(), siteCode, onRecord, null, null, null, List.of());
        ClientAgreements known = agreements.of(client.id());
        Optional<Pinning.Found> found = pinning.find(ticket, withoutTerms, known);
        if (found.isEmpty()) {
            if (!known.isEmpty()) {
                return Optional.of(withoutTerms);
            }
            wait(ticket, withoutTerms, Awaiting.AGREEMENT);
            return Optional.empty();
        }
        if (found.get().terms().isEmpty()) {
            wait(ticket, withoutTerms, Awaiting.DOCUMENT);
            return Optional.empty();
        }
        return Optional.of(found.get().pinned(withoutTerms));
    }

    private void wait(Ticket ticket, PinnedTerms withoutTerms, Awaiting what) {
        if (!Optional.of(withoutTerms).equals(ticket.pin())) {
            ticket.pin(withoutTerms, clock.now());
        }
        ticket.await(what, clock.now());
    }

    /** Why everything is ruled by other documents than before; null where it is not. */
    private static RulingCause otherTerms(Optional<PinnedTerms> before, PinnedTerms pin) {
        if (before.isEmpty() || before.get().documents().equals(pin.documents()) || !pin.hasTerms()) {
            return null;
        }
        return before.get().hasTerms() ? RulingCause.VERSION_FOR_THE_PAST : RulingCause.AGREEMENT_ARRIVED;
    }

    /** @param otherTerms why everything is ruled by other documents; null where it is not */
    private void ruleAll(Ticket ticket, TicketFacts facts, RulingCause otherTerms) {
        List<WorkItem> items = workItems.of(ticket.id());
        boolean ruledBefore = items.stream().anyMatch(item -> item.rulingCount() > 0);
        for (WorkItem workItem : items) {
            if (workItem.rulingId().isEmpty()) {
                boolean first = workItem.rulingCount() == 0;
                RulingCause cause = first ? RulingCause.ASKED : RulingCause.CLIENT_CORRECTED;
                rulings.give(ticket, facts, workItem, RulingReason.of(cause));
            } else if (otherTerms != null && !rulings.staysByHand(workItem, otherTerms)) {
                workItem.unfreeze();
                rulings.give(ticket, facts, workItem, RulingReason.of(otherTerms));
            } else if (workItem.isFrozen()) {
                frozen.compare(ticket, facts, workItem);
            } else {
                rulings.reconsider(ticket, facts, workItem);
            }
        }
        if (ticket.isCalledOff()) {
            rulings.giveBack(ticket);
        } else if (ruledBefore) {
            rulings.takeAgain(ticket, facts);
        }
        ticket.ruled(clock.now());
    }
}
