package dev.remit.billing.approvals;

import dev.remit.billing.approvals.RecordedWork.Recorded;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.ClientBook;
import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.engines.money.Money;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the MSP's own people do with quotes: change a draft, ask for more room, send. */
@ApplicationScoped
class QuoteActions {
    private final Quotes quotes;
    private final QuoteDrafting drafting;
    private final QuoteEstimates estimates;
    private final QuoteEvents events;
    private final CapLimit caps;
    private final ShownEntries shown;
    private final Work work;
    private final QuoteAddressees addressees;
    private final ClientBook book;
    private final Caller caller;
    private final Ids ids;
    private final TenantClock clock;
    private final Event<BookChanged> bookChanged;

    QuoteActions(
            Quotes quotes,
            QuoteDrafting drafting,
            QuoteEstimates estimates,
            QuoteEvents events,
            CapLimit caps,
            ShownEntries shown,
            Work work,
            QuoteAddressees addressees,
            ClientBook book,
            Caller caller,
            Ids ids,
            TenantClock clock,
            Event<BookChanged> bookChanged) {
        this.quotes = quotes;
        this.drafting = drafting;
        this.estimates = estimates;
        this.events = events;
        this.caps = caps;
        this.shown = shown;
        this.work = work;
        this.addressees = addressees;
        this.book = book;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.bookChanged = bookChanged;
    }

    void change(Quote quote, QuoteChange change) {
        quote.touch();
        if (change.summary() != null) {
            quote.summarise(change.summary());
        }
        if (change.expiresAt() != null) {
            quote.expireAt(expiry(change.expiresAt()));
            estimates.again(quote);
        }
        if (change.lines() != null) {
            estimates.byDesk(quote, PlannedLines.checked(change.lines()));
        }
        if (change.cap() != null) {
            quote.capAt(cap(change.cap(), quote.terms().currency()));
            caps.requireRoom(quote);
        }
        if (Boolean.TRUE.equals(change.confirmCapBelowEstimate())) {
            quote.confirmCap(caller, clock.now());
        }
        if (change.lines() != null || change.cap() != null) {
            quote.requireCapConfirmed();
        }
        if (change.approverEmail() != null || change.approverLogin() != null) {
            quote.addressTo(addressees.named(quote.clientId(), change.approverLogin(), change.approverEmail()));
        }
    }

    Quote askForMore(FurtherQuote request) {
        Ruling ruling = work.ruling(request.workItemId())
                .filter(known -> known.clientId() != null)
                .orElseThrow(() -> Problem.invalid("workItemId", "is not a work item that was ruled on", "unknown"));
        book.open(ruling.clientId());
        requireNotCalledOff(ruling.ticketId());
        if (!ruling.canNeedApproval()) {
            throw Problem.wrongState("The work item's ruling asks for no approval.");
        }
        Quote earlier = quotes.initialOf(request.workItemId())
                .orElseThrow(() -> Problem.wrongState("The work item has no quote yet that this could add to."));
        if (earlier.status().isOpen()) {
            throw Problem.wrongState("The work item's quote " + earlier.id() + " is still " + earlier.status() + ".")
                    .member("quoteStatus", earlier.status().name());
        }
        Quote quote = new Quote(
                ids.next(), QuoteKind.FURTHER, request.workItemId(), ruling.ticketId(), ruling.clientId(), clock.now());
        quote.bindTo(drafting.terms(ruling).orElse(earlier.terms()));
        quote.summarise(request.summary());
        quote.capAt(cap(request.cap(), quote.terms().currency()));
        quote.addressAs(earlier);
        if (request.expiresAt() != null) {
            quote.expireAt(expiry(request.expiresAt()));
        }
        if (request.lines() != null) {
            estimates.byDesk(quote, PlannedLines.checked(request.lines()));
        }
        if (Boolean.TRUE.equals(request.confirmCapBelowEstimate())) {
            quote.confirmCap(caller, clock.now());
        }
        quote.requireCapConfirmed();
        if (request.approverEmail() != null || request.approverLogin() != null) {
            quote.addressTo(addressees.named(quote.clientId(), request.approverLogin(), request.approverEmail()));
        }
        caps.requireRoom(quote);
        boolean again = quotes.latestOf(request.workItemId())
                .filter(latest -> latest.status() == QuoteStatus.EXPIRED)
                .isPresent();
        quotes.persist(quote);
        events.drafted(quote);
        if (again) {
            bookChanged.fire(new BookChanged(
                    quote.clientId(), "quote " + quote.id() + " drafted", ChangedFacts.ofWorkItem(quote.workItemId())));
        }
        return quote;
    }

    /** @param ifMatch the version of the draft that was read; null to send it as it is */
    Quote send(UUID id, String ifMatch) {
        Quote quote = quotes.requireInOpenBook(id);
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, quote.version());
        }
        requireNotCalledOff(quote.ticketId());
        quote.requireDraft();
        if (quote.approver() != null) {
            ApproverFacts approver = addressees
                    .ofDraft(quote)
                    .orElseThrow(() -> Problem.invalid(
                            "approverEmail", "must be one of the client's active approvers", "approver"));
            quote.requireDecidableBy(approver);
            quote.addressTo(approver);
        }
        Instant now = clock.now();
        if (quote.expiresAt() == null) {
            quote.expireAt(now.plus(QuoteEstimates.USUAL_VALIDITY));
        }
        estimates.again(quote);
        quote.requireCapConfirmed();
        caps.requireRoom(quote);
        List<Recorded> earlier = shown.of(quote);
        quote.send(now);
        quote.show(ShownQuote.of(QuoteView.of(quote, null, earlier)));
        shown.keep(quote);
        events.sent(quote, addressees.deputiesOf(quote));
        return quote;
    }

    private void requireNotCalledOff(UUID ticketId) {
        if (work.isCalledOff(ticketId)) {
            throw Problem.wrongState("The ticket was cancelled or deleted; nothing can be quoted for it.");
        }
    }

    /** @param currency of the quote's rate card */
    private static Money cap(MoneyJson asked, String currency) {
        if (!asked.currency().equals(currency)) {
            throw Problem.invalid("cap.currency", "must be the rate card's " + currency, "currency");
        }
        Money cap = CapLimit.of(asked);
        if (!cap.isPositive()) {
            throw Problem.invalid("cap.amount", "must be above 0", "positive");
        }
        return cap;
    }

    private Instant expiry(Instant expiresAt) {
        if (!expiresAt.isAfter(clock.now())) {
            throw Problem.invalid("expiresAt", "must be in the future", "future");
        }
        return expiresAt;
    }
}
