package dev.remit.tickets.history;

import dev.remit.engines.explanation.EventNote;
import dev.remit.engines.sla.CancelReason;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.WaitReading;
import dev.remit.tickets.agreements.AgreementBook;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.ClientAgreements.Lapse;
import dev.remit.tickets.agreements.CompiledAgreement;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.contests.Contest;
import dev.remit.tickets.contests.ContestState;
import dev.remit.tickets.contests.Contests;
import dev.remit.tickets.history.TicketEvent.Kind;
import dev.remit.tickets.history.TicketEvent.Source;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Snapshots;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.quotes.QuoteWait;
import dev.remit.tickets.quotes.QuoteWaits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Derives the past of the current tenant's tickets, anew each time. */
@ApplicationScoped
public class Histories {
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Snapshots snapshots;
    private final QuoteWaits quotes;
    private final Agreements agreements;
    private final Connections connections;
    private final Deletions deletions;
    private final Contests contests;

    Histories(
            Snapshots snapshots,
            QuoteWaits quotes,
            Agreements agreements,
            Connections connections,
            Deletions deletions,
            Contests contests) {
        this.deletions = deletions;
        this.contests = contests;
        this.snapshots = snapshots;
        this.quotes = quotes;
        this.agreements = agreements;
        this.connections = connections;
    }

    /**
     * The past as far as it was known at a moment; empty where nothing of the ticket was known then.
     *
     * @param knownBy in the tenant's time
     */
    public Optional<TicketHistory> of(Ticket ticket, Instant knownBy) {
        return of(ticket, ticket.pin(), ticket.ruledUnder(), agreements, knownBy);
    }

    /**
     * The same under the terms that were known then. A version of which news came later is not in it, also where the ticket
     * runs under it by now.
     */
    public Optional<TicketHistory> asKnown(Ticket ticket, Instant knownBy) {
        Optional<PinnedTerms> pin = ticket.pin().map(now -> new Pinning(agreements).asKnown(ticket, now, knownBy));
        return of(ticket, pin, ticket.ruledUnder(), agreements, knownBy);
    }

    /**
     * The same under other terms than those that the ticket is pinned to.
     *
     * @param ruledUnder the agreement whose service levels apply; null for the master
     * @param book the agreements that there are
     */
    public Optional<TicketHistory> of(
            Ticket ticket, Optional<PinnedTerms> pin, UUID ruledUnder, AgreementBook book, Instant knownBy) {
        Connection source = connections.require(ticket.connectionId());
        SnapshotFold fold = new SnapshotFold(
                source.name(),
                source.translation(),
                source.messages(),
                promises(pin, ruledUnder, book),
                ticket.createdAt(),
                deletions.ofTicket(ticket, knownBy));
        snapshots.eachInOrder(ticket.id(), knownBy, fold::take);
        if (fold.isEmpty()) {
            return Optional.empty();
        }
        TicketHistory told = fold.finish();
        List<SlaEvent> events = new ArrayList<>(told.events());
        List<TicketEvent> ticketEvents = new ArrayList<>(told.ticketEvents());
        Map<String, EventNote> notes = new HashMap<>(told.notes());
        addBesides(ticket, pin, book, knownBy, events, ticketEvents, notes);
        ticketEvents.sort(TicketEvent.ORDER);
        Optional<List<SlaEvent>> ifUpheld = addContests(ticket, knownBy, told, events);
        return Optional.of(new TicketHistory(
                events, ifUpheld, ticketEvents, told.pinned(), told.latest(), told.promised(), told.delivery(), notes));
    }

    /**
     * Adds what was settled for the client by a moment.
     *
     * @return the events if what was still open then were settled so too; empty where nothing was
     */
    private Optional<List<SlaEvent>> addContests(
            Ticket ticket, Instant knownBy, TicketHistory told, List<SlaEvent> events) {
        List<Contest> contested = contests.ofTicket(ticket);
        if (contested.isEmpty() || told.pinned().isEmpty()) {
            return Optional.empty();
        }
        List<WaitReading> waits =
                SlaClocks.waits(told.pinned().get(), told.delivery(), List.copyOf(events), EVER, knownBy);
        List<SlaEvent> open = new ArrayList<>();
        for (Contest contest : contested) {
            ContestState state = contest.stateAt(knownBy).orElse(ContestState.WITHDRAWN);
            for (WaitReading wait : contest.among(waits)) {
                if (state == ContestState.UPHELD) {
                    events.add(contest.disallowing(wait, contest.endedAt().orElseThrow()));
                } else if (state == ContestState.OPEN) {
                    open.add(contest.disallowing(wait, contest.contestedAt()));
                }
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(Stream.concat(events.stream(), open.stream()).toList());
    }

    /** What other services told of a ticket, as far as was known at a moment. */
    public List<TicketEvent> besides(Ticket ticket, Instant knownBy) {
        List<TicketEvent> ticketEvents = new ArrayList<>();
        addBesides(ticket, ticket.pin(), agreements, knownBy, new ArrayList<>(), ticketEvents, new HashMap<>());
        return ticketEvents;
    }

    private void addBesides(
            Ticket ticket,
            Optional<PinnedTerms> pinned,
            AgreementBook book,
            Instant knownBy,
            List<SlaEvent> events,
            List<TicketEvent> ticketEvents,
            Map<String, EventNote> notes) {
        List<QuoteWait> ofTicket = quotes.ofTicket(ticket.id());
        QuoteFold.fold(ofTicket, knownBy, events, ticketEvents);
        notes.putAll(QuoteFold.notes(ofTicket));
        pinned.filter(PinnedTerms::hasTerms)
                .ifPresent(pin -> lapse(ticket, pin, book, knownBy).ifPresent(lapse -> {
                    Instant at = lapse.date().atStartOfDay(pin.zone()).toInstant();
                    CancelReason ended = CancelReason.AGREEMENT_ENDED;
                    String key = Kind.AGREEMENT_ENDED + "@" + at;
                    events.add(new SlaEvent(key, at, lapse.knownAt(), new Fact.Cancelled(ended)));
                    ticketEvents.add(new TicketEvent(
                            at, lapse.knownAt(), Kind.AGREEMENT_ENDED, key, Source.CONTRACTS, null, ended.name()));
                }));
    }

    private static PriorityTerms promises(Optional<PinnedTerms> pinned, UUID ruledUnder, AgreementBook book) {
        return pinned.filter(PinnedTerms::hasTerms)
                .flatMap(pin -> book.terms(pin.documents()).map(terms -> {
                    CompiledAgreement levels = terms.of(ruledUnder);
                    return (PriorityTerms)
                            (priority, ticketClass) -> levels.terms(priority, ticketClass, pin.siteZone());
                }))
                .orElse(PriorityTerms.NONE);
    }

    /** When the client has no agreement any more, as far as was known at a moment. */
    private static Optional<Lapse> lapse(Ticket ticket, PinnedTerms pin, AgreementBook book, Instant knownBy) {
        LocalDate createdOn = LocalDate.ofInstant(ticket.createdAt(), pin.zone());
        return book.of(pin.clientId()).lapse(createdOn, knownBy);
    }
}
