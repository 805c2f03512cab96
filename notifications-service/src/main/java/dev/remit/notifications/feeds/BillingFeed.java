package dev.remit.notifications.feeds;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import dev.remit.notifications.feeds.BillingEvents.BatchCreated;
import dev.remit.notifications.feeds.BillingEvents.CapNear;
import dev.remit.notifications.feeds.BillingEvents.ExtraEvent;
import dev.remit.notifications.feeds.BillingEvents.QuoteDecided;
import dev.remit.notifications.feeds.BillingEvents.QuoteReaddressed;
import dev.remit.notifications.feeds.BillingEvents.QuoteSent;
import dev.remit.notifications.feeds.BillingEvents.WorkAuthorised;
import dev.remit.notifications.notifications.NotificationType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells of quotes, what was authorised and how much of it is used, lines and batches. */
@ApplicationScoped
class BillingFeed implements FeedHandler<Void> {
    private static final String QUOTE_SENT = "QuoteSent";
    private static final String QUOTE_READDRESSED = "QuoteReaddressed";
    private static final String QUOTE_DECIDED = "QuoteDecided";
    private static final String WORK_AUTHORISED = "WorkAuthorised";
    private static final String CAP_NEAR = "CapNear";
    private static final String BATCH_CREATED = "BatchCreated";
    private static final Set<String> OTHERS =
            Set.of(QUOTE_SENT, QUOTE_READDRESSED, QUOTE_DECIDED, WORK_AUTHORISED, CAP_NEAR, BATCH_CREATED);
    private static final Map<String, NotificationType> LINES = Map.of(
            "ExtraRated", NotificationType.EXTRA_RATED,
            "ExtraHeld", NotificationType.EXTRA_HELD,
            "ExtraCorrected", NotificationType.EXTRA_CORRECTED);

    private final BillingClient source;
    private final FeedPayloads payloads;
    private final Announcer announcer;

    BillingFeed(@RestClient BillingClient source, FeedPayloads payloads, Announcer announcer) {
        this.source = source;
        this.payloads = payloads;
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notifications.billing";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return source.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return OTHERS.contains(type) || LINES.containsKey(type);
    }

    @Override
    public void apply(FeedEvent event, Void prepared) {
        switch (event.type()) {
            case QUOTE_SENT -> sent(event, payloads.read(event, QuoteSent.class));
            case QUOTE_READDRESSED -> announcer.readdressed(payloads.read(event, QuoteReaddressed.class));
            case QUOTE_DECIDED -> decided(event, payloads.read(event, QuoteDecided.class));
            case WORK_AUTHORISED -> authorised(event, payloads.read(event, WorkAuthorised.class));
            case CAP_NEAR -> capNear(event, payloads.read(event, CapNear.class));
            case BATCH_CREATED -> batched(event, payloads.read(event, BatchCreated.class));
            default -> line(event, payloads.read(event, ExtraEvent.class));
        }
    }

    private void sent(FeedEvent event, QuoteSent quote) {
        announcer.tell(
                NotificationType.QUOTE_SENT, event, quote.clientId(), quote.ticketId(), quote.word(), quote.hints());
    }

    private void decided(FeedEvent event, QuoteDecided quote) {
        announcer.tell(quote.type(), event, quote.clientId(), quote.ticketId(), quote.word());
    }

    private void authorised(FeedEvent event, WorkAuthorised work) {
        announcer.tell(NotificationType.WORK_AUTHORISED, event, work.clientId(), work.ticketId(), work.word());
    }

    private void capNear(FeedEvent event, CapNear cap) {
        announcer.tell(NotificationType.CAP_NEAR, event, cap.clientId(), cap.ticketId(), cap.word(), cap.hints());
    }

    private void line(FeedEvent event, ExtraEvent line) {
        announcer.tell(LINES.get(event.type()), event, line.clientId(), line.ticketId(), line.word());
    }

    private void batched(FeedEvent event, BatchCreated batch) {
        announcer.tell(NotificationType.BATCH_CREATED, event, batch.clientId(), null, batch.word());
    }
}
