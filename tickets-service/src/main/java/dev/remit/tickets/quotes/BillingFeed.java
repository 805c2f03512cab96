package dev.remit.tickets.quotes;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.intake.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Turns quotes that billing-service sends out into waits of their tickets; a work item's ruling is frozen by them. What they
 * authorise, and how much of that is used, is kept beside.
 */
@ApplicationScoped
class BillingFeed implements FeedHandler<Void> {
    private static final String SENT = "QuoteSent";
    private static final String DECIDED = "QuoteDecided";
    private static final String AUTHORISED = "WorkAuthorised";
    private static final String CAP_USED = "CapUsed";
    private static final Set<String> WANTED = Set.of(SENT, DECIDED, AUTHORISED, CAP_USED);

    private final BillingClient billing;
    private final QuoteWaits waits;
    private final WakeUps wakeUps;
    private final TenantClock clock;
    private final FeedPayloads payloads;

    BillingFeed(
            @RestClient BillingClient billing,
            QuoteWaits waits,
            WakeUps wakeUps,
            TenantClock clock,
            FeedPayloads payloads) {
        this.billing = billing;
        this.waits = waits;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.payloads = payloads;
    }

    /** What we read of a quote that was sent. */
    record Sent(UUID quoteId, UUID ticketId, UUID workItemId, UUID clientId, Instant sentAt, Approver approver) {
        record Approver(String name) {}
    }

    /** What we read of a decision. */
    record Decided(UUID quoteId, UUID ticketId, UUID workItemId, UUID clientId, String decision, Instant decidedAt) {}

    /** What we read of what a quote authorises, or of how much of it is used. */
    record Cap(UUID quoteId, UUID ticketId, UUID workItemId, UUID clientId, MoneyJson cap, MoneyJson used) {}

    @Override
    public String name() {
        return "tickets.billing";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return billing.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return WANTED.contains(type);
    }

    @Override
    public void apply(FeedEvent event, Void nothing) {
        switch (event.type()) {
            case SENT -> sent(payloads.read(event, Sent.class));
            case DECIDED -> decided(payloads.read(event, Decided.class));
            default -> {
                Cap told = payloads.read(event, Cap.class);
                QuoteWait quote = waits.of(told.ticketId(), told.workItemId(), told.clientId(), told.quoteId());
                quote.authorised(told.cap());
                if (told.used() != null) {
                    quote.used(told.used());
                }
            }
        }
    }

    private void sent(Sent sent) {
        String approver = sent.approver() == null ? null : sent.approver().name();
        waits.of(sent.ticketId(), sent.workItemId(), sent.clientId(), sent.quoteId())
                .sent(sent.sentAt(), approver, clock.now());
        wakeUps.ticket(sent.ticketId());
    }

    private void decided(Decided decided) {
        waits.of(decided.ticketId(), decided.workItemId(), decided.clientId(), decided.quoteId())
                .decided(decided.decidedAt(), decided.decision(), clock.now());
        wakeUps.ticket(decided.ticketId());
    }
}
