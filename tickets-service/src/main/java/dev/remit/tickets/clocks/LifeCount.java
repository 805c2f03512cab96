package dev.remit.tickets.clocks;

import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.reports.AskedApprover;
import dev.remit.engines.reports.MomentKind;
import dev.remit.engines.reports.OwnedTime;
import dev.remit.engines.reports.TicketMoment;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.kit.ids.Ids;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.clocks.CountedMoment.Place;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.quotes.QuoteWait;
import dev.remit.tickets.quotes.QuoteWait.Moment;
import dev.remit.tickets.quotes.QuoteWaits;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps of each ticket whose its time was, and its moments that are counted by their dates. It is brought to what is known
 * whenever the ticket is looked at, so that a late fact corrects it; what goes on is stored so that it need not be touched while
 * it does. A ticket of which nothing is otherwise than before costs no statement.
 */
@ApplicationScoped
class LifeCount {
    private final LifeParts parts;
    private final CountedMoments moments;
    private final PastPriorities priorities;
    private final QuoteWaits quotes;
    private final Agreements agreements;
    private final Ids ids;

    LifeCount(
            LifeParts parts,
            CountedMoments moments,
            PastPriorities priorities,
            QuoteWaits quotes,
            Agreements agreements,
            Ids ids) {
        this.parts = parts;
        this.moments = moments;
        this.priorities = priorities;
        this.quotes = quotes;
        this.agreements = agreements;
        this.ids = ids;
    }

    /** Brings what is stored of a ticket to a reading; the ticket is locked. */
    void bring(Ticket ticket, Optional<TicketHistory> history, Optional<SlaAccount> account) {
        Life life =
                account.map(read -> life(ticket, history.orElseThrow(), read)).orElse(Life.NONE);
        String hash = life.times().isEmpty() && life.moments().isEmpty()
                ? null
                : Sha256.hex(life.toString().getBytes(StandardCharsets.UTF_8));
        if (!Objects.equals(hash, ticket.countedLife())) {
            boolean stored = ticket.countedLife() != null;
            store(ticket, life, stored);
            storeMoments(ticket, life, stored);
            ticket.countLife(hash);
        }
    }

    /**
     * What is to be stored of a ticket.
     *
     * @param zone by whose dates it is counted
     */
    private record Life(UUID client, ZoneId zone, List<OwnedTime> times, Map<TicketMoment, Place> moments) {
        static final Life NONE = new Life(null, null, List.of(), Map.of());
    }

    private Life life(Ticket ticket, TicketHistory history, SlaAccount account) {
        PinnedTerms pin = ticket.pin().orElseThrow();
        UUID client = pin.clientId();
        ZoneId zone = agreements.terms(pin.documents()).orElseThrow().zone(null, pin.zone());
        Map<TicketMoment, Place> moments = new LinkedHashMap<>();
        for (TicketMoment moment : TicketMoment.of(account)) {
            Instant ranAt =
                    moment.kind() == MomentKind.CREATED ? account.reading().asOf() : moment.at();
            moments.put(
                    moment,
                    new Place(client, LocalDate.ofInstant(moment.at(), zone), priorities.at(ticket, history, ranAt)));
        }
        return new Life(client, zone, OwnedTime.of(account, asked(ticket.id(), client), zone), moments);
    }

    /** Whose decisions are awaited; a client's approver's alone, since a ticket may have been another's. */
    private List<AskedApprover> asked(UUID ticketId, UUID client) {
        return quotes.ofTicket(ticketId).stream()
                .filter(quote -> quote.clientId().equals(client) && quote.approver() != null)
                .flatMap(quote -> quote.sending().stream()
                        .map(sent -> new AskedApprover(quote.approver(), sent.at(), decidedAt(quote))))
                .toList();
    }

    private static Instant decidedAt(QuoteWait quote) {
        return quote.deciding().map(Moment::at).orElse(null);
    }

    private void store(Ticket ticket, Life life, boolean before) {
        Map<String, LifePart> gone = new HashMap<>();
        if (before) {
            parts.ofTicket(ticket.id()).forEach(stored -> gone.put(stored.key(), stored));
        }
        for (OwnedTime time : life.times()) {
            LifePart stored = gone.remove(LifePart.key(time));
            if (stored == null) {
                parts.persist(new LifePart(ids.next(), ticket.id(), life.client(), life.zone(), time));
            } else {
                stored.take(life.client(), life.zone(), time);
            }
        }
        gone.values().forEach(parts::delete);
    }

    private void storeMoments(Ticket ticket, Life life, boolean before) {
        Map<String, CountedMoment> gone = new HashMap<>();
        if (before) {
            moments.ofTicket(ticket.id()).forEach(stored -> gone.put(stored.key(), stored));
        }
        life.moments().forEach((moment, place) -> {
            CountedMoment stored = gone.remove(moment.kind() + " " + moment.number());
            if (stored == null) {
                moments.persist(new CountedMoment(ids.next(), ticket.id(), moment, place));
            } else {
                stored.take(moment, place);
            }
        });
        gone.values().forEach(moments::delete);
    }
}
