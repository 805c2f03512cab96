package dev.remit.tickets.settling;

import dev.remit.kit.evidence.Evidence;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Snapshots;
import dev.remit.tickets.intake.SourceKey;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.quotes.QuoteWaits;
import dev.remit.tickets.rulings.TicketRulings;
import dev.remit.tickets.worklog.TimeEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what settling several tickets will ask for, in as many statements as for one. */
@ApplicationScoped
class SettlingReads {
    private final Deletions deletions;
    private final TicketRulings rulings;
    private final Reviews reviews;
    private final TimeEntries entries;
    private final QuoteWaits quotes;
    private final Snapshots snapshots;
    private final Evidence evidence;

    SettlingReads(
            Deletions deletions,
            TicketRulings rulings,
            Reviews reviews,
            TimeEntries entries,
            QuoteWaits quotes,
            Snapshots snapshots,
            Evidence evidence) {
        this.deletions = deletions;
        this.rulings = rulings;
        this.reviews = reviews;
        this.entries = entries;
        this.quotes = quotes;
        this.snapshots = snapshots;
        this.evidence = evidence;
    }

    /** @param tickets locked */
    void recall(List<Ticket> tickets, Instant now) {
        List<UUID> ids = tickets.stream().map(Ticket::id).toList();
        Set<SourceKey> keys = tickets.stream()
                .map(ticket -> new SourceKey(ticket.connectionId(), ticket.externalId()))
                .collect(Collectors.toSet());
        deletions.recall(tickets);
        rulings.recall(tickets);
        reviews.recall(keys);
        entries.recall(keys);
        quotes.recall(ids);
        snapshots.recall(ids, now);
        evidence.recall(ids);
    }
}
