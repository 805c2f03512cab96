package dev.remit.billing.approvals;

import dev.remit.billing.books.BookChanged;
import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.kit.people.Names;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;

/** The approver's decision, once, by whoever may decide at that moment; or none before the quote runs out. */
@ApplicationScoped
class Decisions {
    private final Quotes quotes;
    private final QuoteEvents events;
    private final CapLimit caps;
    private final QuoteAddressees addressees;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;
    private final Event<BookChanged> bookChanged;

    Decisions(
            Quotes quotes,
            QuoteEvents events,
            CapLimit caps,
            QuoteAddressees addressees,
            Clients clients,
            Caller caller,
            TenantClock clock,
            Event<BookChanged> bookChanged) {
        this.quotes = quotes;
        this.events = events;
        this.caps = caps;
        this.addressees = addressees;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
        this.bookChanged = bookChanged;
    }

    Quote approve(UUID id, Approval approval) {
        Quote quote = visible(id);
        quote.requireShown(approval.shownHash());
        quote.approve(decider(quote, approval.typedName()), approval.typedName(), clock.now());
        caps.requireRoom(quote);
        announce(quote);
        return quote;
    }

    Quote decline(UUID id, Refusal refusal) {
        Quote quote = visible(id);
        quote.requireShown(refusal.shownHash());
        quote.decline(decider(quote, refusal.typedName()), refusal.typedName(), refusal.reason(), clock.now());
        announce(quote);
        return quote;
    }

    /** Whoever may decide at this moment, under their own name. */
    private Decider decider(Quote quote, String typedName) {
        ApproverFacts approver = addressees.decider(quote);
        quote.requireDecidable(clock.now());
        Names.requireOwn("typedName", typedName, approver.name());
        return Decider.approver(approver.name(), approver.email(), caller);
    }

    /** Notices that a quote ran out; does nothing to one that was decided meanwhile. */
    void expire(UUID id) {
        Quote quote = quotes.requireInOpenBook(id);
        if (quote.expire(clock.now())) {
            announce(quote);
        }
    }

    private void announce(Quote quote) {
        events.decided(quote);
        bookChanged.fire(new BookChanged(
                quote.clientId(),
                "quote " + quote.id() + " " + quote.status(),
                ChangedFacts.ofWorkItem(quote.workItemId())));
    }

    private Quote visible(UUID id) {
        Quote quote = quotes.requireInOpenBook(id);
        requireOwn(quote);
        return quote;
    }

    /** To an approver, a quote of another client and one that was not sent do not exist. */
    void requireOwn(Quote quote) {
        caller.client().ifPresent(code -> {
            boolean own = clients.byId(quote.clientId())
                    .filter(client -> client.code().equals(code))
                    .isPresent();
            if (!own || quote.sentAt() == null) {
                throw Problem.notFound();
            }
        });
    }
}
