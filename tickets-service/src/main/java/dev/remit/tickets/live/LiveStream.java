package dev.remit.tickets.live;

import dev.remit.kit.feed.TenantFeedPage.Item;
import dev.remit.tickets.intake.Ticket;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * One stream: first what it missed, then what joins the feed. Positions of a tenant have no gaps, so that what is told twice is
 * known by its position.
 */
final class LiveStream {
    private final Watcher watcher;
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final Sse sse;
    private final BiConsumer<List<Item>, LiveStream> teller;
    private final List<Item> meanwhile = new ArrayList<>();
    /** No monitor: on Java 21 one would hold the carrier of a virtual thread that reads. */
    private final ReentrantLock lock = new ReentrantLock();

    private long through;
    private boolean live;

    /**
     * @param through the position up to which it knows all
     * @param teller what makes events of the feed's
     */
    LiveStream(
            Watcher watcher,
            MultiEmitter<? super OutboundSseEvent> emitter,
            Sse sse,
            long through,
            BiConsumer<List<Item>, LiveStream> teller) {
        this.watcher = watcher;
        this.emitter = emitter;
        this.sse = sse;
        this.through = through;
        this.teller = teller;
    }

    Watcher watcher() {
        return watcher;
    }

    /** What joined the feed; kept while the stream is still told what it missed. */
    void joined(List<Item> items) {
        locked(() -> {
            if (live) {
                tell(items);
            } else {
                meanwhile.addAll(items);
            }
        });
    }

    /** Some of what it missed. */
    void missed(List<Item> items) {
        locked(() -> tell(items));
    }

    /** It has been told all that it missed. */
    void goLive() {
        locked(() -> {
            tell(List.copyOf(meanwhile));
            meanwhile.clear();
            live = true;
        });
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    private void tell(List<Item> items) {
        List<Item> news =
                items.stream().filter(item -> item.position() > through).toList();
        if (!news.isEmpty()) {
            teller.accept(news, this);
            through = news.getLast().position();
        }
    }

    /** The answer's head goes out with the first event, and whoever has nothing but this can come back to where they were. */
    void opened() {
        emitter.emit(
                sse.newEventBuilder().id(Long.toString(through)).comment("open").build());
    }

    void beat() {
        emitter.emit(sse.newEventBuilder().comment("still here").build());
    }

    /** More was missed than is told. */
    void reload() {
        emitter.emit(sse.newEventBuilder().name("reload").data("{}").build());
    }

    void moved(Ticket ticket, List<Item> items) {
        emitter.emit(sse.newEventBuilder()
                .id(Long.toString(items.getLast().position()))
                .name("ticket")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(new TicketMoved(
                        ticket.id(),
                        ticket.updatedAt(),
                        items.stream().map(Item::type).distinct().toList()))
                .build());
    }

    void end() {
        emitter.complete();
    }
}
