package dev.remit.tickets.quotes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.json.Lenient;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.intake.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Turns quotes that billing-service sends out into waits of their tickets. */
@ApplicationScoped
class BillingFeed implements FeedHandler<Void> {
    private static final String SENT = "QuoteSent";
    private static final String DECIDED = "QuoteDecided";

    private final BillingClient billing;
    private final QuoteWaits waits;
    private final WakeUps wakeUps;
    private final TenantClock clock;
    private final ObjectMapper json;

    BillingFeed(
            @RestClient BillingClient billing,
            QuoteWaits waits,
            WakeUps wakeUps,
            TenantClock clock,
            @Lenient ObjectMapper json) {
        this.billing = billing;
        this.waits = waits;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.json = json;
    }

    /** What we read of a quote that was sent. */
    record Sent(UUID quoteId, UUID ticketId, Instant sentAt, Approver approver) {
        record Approver(String name) {}
    }

    /** What we read of a decision. */
    record Decided(UUID quoteId, UUID ticketId, String decision, Instant decidedAt) {}

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
        return type.equals(SENT) || type.equals(DECIDED);
    }

    @Override
    public void apply(FeedEvent event, Void nothing) {
        if (event.type().equals(SENT)) {
            Sent sent = read(event, Sent.class);
            String approver = sent.approver() == null ? null : sent.approver().name();
            waits.of(sent.ticketId(), sent.quoteId()).sent(sent.sentAt(), approver, clock.now());
            wakeUps.ticket(sent.ticketId());
        } else {
            Decided decided = read(event, Decided.class);
            waits.of(decided.ticketId(), decided.quoteId())
                    .decided(decided.decidedAt(), decided.decision(), clock.now());
            wakeUps.ticket(decided.ticketId());
        }
    }

    private <T> T read(FeedEvent event, Class<T> type) {
        try {
            return json.treeToValue(event.payload(), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
