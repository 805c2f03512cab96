package dev.remit.tickets.clocks;

import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.reports.AskedApprover;
import dev.remit.engines.reports.OwnedTime;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.kit.ids.Ids;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.quotes.QuoteWait;
import dev.remit.tickets.quotes.QuoteWait.Moment;
import dev.remit.tickets.quotes.QuoteWaits;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps of each ticket whose its time was. It is brought to what is known whenever the ticket is looked at, so that a late fact
 * corrects it; what goes on is stored so that it need not be touched while it does. A ticket of which nothing is otherwise than
 * before costs no statement.
 */
@ApplicationScoped
class LifeCount {
    private final LifeParts parts;
    private final QuoteWaits quotes;
    private final Agreements agreements;
    private final Ids ids;

    LifeCount(LifeParts parts, QuoteWaits quotes, Agreements agreements, Ids ids) {
        this.parts = parts;
        this.quotes = quotes;
        this.agreements = agreements;
        this.ids = ids;
    }

    /** Brings what is stored of a ticket to a reading; the ticket is locked. */
    void bring(Ticket ticket, Optional<SlaAccount> account) {
        List<OwnedTime> times = List.of();
        UUID client = null;
        ZoneId zone = null;
        if (account.isPresent()) {
            PinnedTerms pin = ticket.pin().orElseThrow();
            client = pin.clientId();
            zone = agreements.terms(pin.documents()).orElseThrow().zone(null, pin.zone());
            times = OwnedTime.of(account.get(), asked(ticket.id(), client), zone);
        }
        String hash = times.isEmpty()
                ? null
                : Sha256.hex((client + " " + zone + " " + times).getBytes(StandardCharsets.UTF_8));
        if (!Objects.equals(hash, ticket.countedLife())) {
            store(ticket, client, zone, times);
            ticket.countLife(hash);
        }
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

    private void store(Ticket ticket, UUID client, ZoneId zone, List<OwnedTime> times) {
        Map<String, LifePart> gone = new HashMap<>();
        if (ticket.countedLife() != null) {
            parts.ofTicket(ticket.id()).forEach(stored -> gone.put(stored.key(), stored));
        }
        for (OwnedTime time : times) {
            LifePart stored = gone.remove(LifePart.key(time));
            if (stored == null) {
                parts.persist(new LifePart(ids.next(), ticket.id(), client, zone, time));
            } else {
                stored.take(client, zone, time);
            }
        }
        gone.values().forEach(parts::delete);
    }
}
