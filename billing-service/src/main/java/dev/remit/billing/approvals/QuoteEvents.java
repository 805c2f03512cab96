package dev.remit.billing.approvals;

import dev.remit.kit.feed.Outbox;
import dev.remit.kit.http.MoneyJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
            Instant expiresAt) {}

    private record Addressee(String name, String email) {}

    private record Decided(
            UUID quoteId,
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            QuoteStatus decision,
            Instant decidedAt,
            String by) {}

    private record Authorised(UUID ticketId, UUID workItemId, UUID quoteId, MoneyJson cap, Instant authorisedAt) {}

    void drafted(Quote quote) {
        outbox.append(
                "QuoteDrafted",
                quote.id,
                new Drafted(quote.id, quote.ticketId, quote.workItemId, quote.clientId, quote.kind));
    }

    void sent(Quote quote) {
        outbox.append(
                "QuoteSent",
                quote.id,
                new Sent(
                        quote.id,
                        quote.ticketId,
                        quote.workItemId,
                        quote.clientId,
                        quote.sentAt,
                        new Addressee(quote.approverName, quote.approverEmail),
                        quote.expiresAt));
    }

    /** Approved, declined, expired or withdrawn; what was never sent is nobody else's business. */
    void decided(Quote quote) {
        if (quote.sentAt != null) {
            outbox.append(
                    "QuoteDecided",
                    quote.id,
                    new Decided(
                            quote.id,
                            quote.ticketId,
                            quote.workItemId,
                            quote.clientId,
                            quote.status,
                            quote.decidedAt,
                            quote.decidedByName));
        }
        if (quote.status == QuoteStatus.APPROVED) {
            outbox.append(
                    "WorkAuthorised",
                    quote.workItemId,
                    new Authorised(
                            quote.ticketId,
                            quote.workItemId,
                            quote.id,
                            MoneyJson.ofMinor(quote.capMinor, quote.terms.currency()),
                            quote.decidedAt));
        }
    }
}
