package dev.remit.billing.approvals;

import dev.remit.billing.books.BookChanged;
import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The approver's decision, once, by whoever may decide at that moment; or none before the quote runs out. */
@ApplicationScoped
class Decisions {
    private final Quotes quotes;
    private final QuoteEvents events;
    private final CapLimit caps;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;
    private final Event<BookChanged> bookChanged;

    Decisions(
            Quotes quotes,
            QuoteEvents events,
            CapLimit caps,
            Clients clients,
            Caller caller,
            TenantClock clock,
            Event<BookChanged> bookChanged) {
        this.quotes = quotes;
        this.events = events;
        this.caps = caps;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
        this.bookChanged = bookChanged;
    }

    Quote approve(UUID id, Approval approval) {
        Quote quote = visible(id);
        quote.approve(decider(quote), approval.typedName(), clock.now());
        caps.requireRoom(quote);
        announce(quote);
        return quote;
    }

    Quote decline(UUID id, Refusal refusal) {
        Quote quote = visible(id);
        quote.decline(decider(quote), refusal.typedName(), refusal.reason(), clock.now());
        announce(quote);
        return quote;
    }

    /** Notices that a quote ran out; does nothing to one that was decided meanwhile. */
    void expire(UUID id) {
        Quote quote = quotes.requireInOpenBook(id);
        if (quote.status == QuoteStatus.SENT && quote.isExpired(clock.now())) {
            quote.expire();
            announce(quote);
        }
    }

    private void announce(Quote quote) {
        events.decided(quote);
        bookChanged.fire(BookChanged.ofQuotes(
                quote.clientId, "quote " + quote.id + " " + quote.status, Set.of(quote.workItemId)));
    }

    private Quote visible(UUID id) {
        Quote quote = quotes.requireInOpenBook(id);
        requireOwn(quote);
        return quote;
    }

    /** To an approver, a quote of another client and one that was not sent do not exist. */
    void requireOwn(Quote quote) {
        caller.client().ifPresent(code -> {
            boolean own = clients.byId(quote.clientId)
                    .filter(client -> client.code().equals(code))
                    .isPresent();
            if (!own || quote.sentAt == null) {
                throw Problem.notFound();
            }
        });
    }

    private ApproverFacts decider(Quote quote) {
        List<ApproverFacts> approvers =
                clients.byId(quote.clientId).map(ClientFacts::approvers).orElse(List.of());
        return approvers.stream()
                .filter(approver -> approver.active() && isCaller(approver) && mayDecide(approver, quote, approvers))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                        ProblemType.FORBIDDEN, "Only the named approver or an active deputy of theirs decides."));
    }

    private boolean isCaller(ApproverFacts approver) {
        return approver.username() == null
                ? approver.email().equalsIgnoreCase(caller.email())
                : approver.username().equalsIgnoreCase(caller.username());
    }

    private static boolean mayDecide(ApproverFacts approver, Quote quote, List<ApproverFacts> approvers) {
        if (approver.email().equalsIgnoreCase(quote.approverEmail)) {
            return true;
        }
        String principal = approver.deputyOf();
        return principal != null
                && (principal.equalsIgnoreCase(quote.approverEmail)
                        || principal.equals(quote.approverName)
                        || approvers.stream()
                                .anyMatch(named -> named.email().equalsIgnoreCase(quote.approverEmail)
                                        && named.isCalled(principal)));
    }
}
