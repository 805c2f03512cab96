package dev.remit.billing.approvals;

import dev.remit.billing.books.BookChanged;
import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;

/** What the desk does about a quote that is out: takes it back, or sends it to another approver. */
@ApplicationScoped
class QuoteRecall {
    private final Quotes quotes;
    private final QuoteAddressees addressees;
    private final QuoteEvents events;
    private final Caller caller;
    private final Ids ids;
    private final TenantClock clock;
    private final Event<BookChanged> bookChanged;

    QuoteRecall(
            Quotes quotes,
            QuoteAddressees addressees,
            QuoteEvents events,
            Caller caller,
            Ids ids,
            TenantClock clock,
            Event<BookChanged> bookChanged) {
        this.quotes = quotes;
        this.addressees = addressees;
        this.events = events;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.bookChanged = bookChanged;
    }

    /** Takes a quote back. A work item's initial one leaves a draft of the same content behind, to be sent again. */
    Quote withdraw(UUID id, Withdrawal withdrawal) {
        Quote quote = quotes.requireInOpenBook(id);
        Instant now = clock.now();
        boolean initial = quote.isInitial();
        quote.recall(Decider.ofMsp(caller), withdrawal.reason(), now);
        quotes.flush();
        events.decided(quote);
        if (initial) {
            Quote draft = quote.redrafted(ids.next(), now);
            quotes.persist(draft);
            events.drafted(draft);
        }
        bookChanged.fire(new BookChanged(
                quote.clientId(),
                "quote " + quote.id() + " " + quote.status(),
                ChangedFacts.ofWorkItem(quote.workItemId())));
        return quote;
    }

    /** Sends a quote that is out to another approver; the one before can decide it no more. */
    Quote readdress(UUID id, Readdressing wanted) {
        Quote quote = quotes.requireInOpenBook(id);
        quote.requireOut(clock.now());
        ApproverFacts to = addressees.named(quote.clientId(), wanted.approverLogin(), wanted.approverEmail());
        quote.requireDecidableBy(to);
        addressees.readdress(quote, to, "DESK");
        return quote;
    }
}
