package dev.remit.billing.approvals;

import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.http.MoneyJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tells other services what became of quotes. */
@ApplicationScoped
class QuoteEvents {
    private final Outbox outbox;

    QuoteEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    private record Drafted(UUID quoteId, UUID ticketId, UUID workItemId, UUID clientId, QuoteKind kind) {}

    private record Sent(
            UUID quoteId,
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            Instant sentAt,
            Addressee approver,
            List<Addressee> deputies,
            Instant expiresAt,
            Price price) {}

    private record Price(MoneyJson estimate, MoneyJson cap, MoneyJson capWithTax) {
        private static Price of(QuoteSums sums) {
            return new Price(sums.estimate(), sums.cap(), sums.capWithTax());
        }
    }

    private record Addressee(String name, String email, String login) {}

    private record Readdressed(
            UUID quoteId,
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            Addressee from,
            Addressee to,
            String reason,
            Instant readdressedAt) {}

    private record NeedsApprover(
            UUID quoteId, UUID ticketId, UUID workItemId, UUID clientId, Addressee approver, Instant since) {}

    private record Decided(
            UUID quoteId,
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            QuoteStatus decision,
            Instant decidedAt,
            String by,
            Decider decidedBy) {}

    private record Authorised(
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            UUID quoteId,
            MoneyJson cap,
            Instant authorisedAt,
            Decider authorisedBy) {}

    void drafted(Quote quote) {
        outbox.append(
                "QuoteDrafted",
                quote.id(),
                new Drafted(quote.id(), quote.ticketId(), quote.workItemId(), quote.clientId(), quote.kind()));
    }

    /** @param deputies who may decide it beside the approver */
    void sent(Quote quote, List<ApproverFacts> deputies) {
        outbox.append(
                "QuoteSent",
                quote.id(),
                new Sent(
                        quote.id(),
                        quote.ticketId(),
                        quote.workItemId(),
                        quote.clientId(),
                        quote.sentAt(),
                        addressee(quote),
                        deputies.stream().map(QuoteEvents::addressee).toList(),
                        quote.expiresAt(),
                        Price.of(QuoteSums.of(quote))));
    }

    /** A quote that is out has gone from one approver to another; both are told. */
    void readdressed(Quote quote, ApproverFacts to, String reason, Instant now) {
        outbox.append(
                "QuoteReaddressed",
                quote.id(),
                new Readdressed(
                        quote.id(),
                        quote.ticketId(),
                        quote.workItemId(),
                        quote.clientId(),
                        addressee(quote),
                        addressee(to),
                        reason,
                        now));
    }

    /** Nobody can decide a quote that is out; the desk takes it back or sends it to somebody else. */
    void needsApprover(Quote quote) {
        outbox.append(
                "QuoteNeedsApprover",
                quote.id(),
                new NeedsApprover(
                        quote.id(),
                        quote.ticketId(),
                        quote.workItemId(),
                        quote.clientId(),
                        addressee(quote),
                        quote.approver().goneAt()));
    }

    private static Addressee addressee(ApproverFacts approver) {
        return new Addressee(approver.name(), approver.email(), approver.username());
    }

    private static Addressee addressee(Quote quote) {
        AddressedApprover approver = quote.approver();
        return new Addressee(approver.name(), approver.email(), approver.login());
    }

    /** Approved, declined, expired or withdrawn; what was never sent is nobody else's business. */
    void decided(Quote quote) {
        QuoteOutcome outcome = quote.outcome();
        if (quote.sentAt() != null) {
            outbox.append(
                    "QuoteDecided",
                    quote.id(),
                    new Decided(
                            quote.id(),
                            quote.ticketId(),
                            quote.workItemId(),
                            quote.clientId(),
                            quote.status(),
                            outcome.at(),
                            outcome.by() == null ? null : outcome.by().name(),
                            outcome.by()));
        }
        if (quote.status() == QuoteStatus.APPROVED) {
            outbox.append(
                    "WorkAuthorised",
                    quote.workItemId(),
                    new Authorised(
                            quote.ticketId(),
                            quote.workItemId(),
                            quote.clientId(),
                            quote.id(),
                            MoneyJson.of(quote.cap()),
                            outcome.at(),
                            outcome.by()));
        }
    }
}
