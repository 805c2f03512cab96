package dev.remit.notifications.notifications;

import dev.remit.kit.feed.Feed;
import dev.remit.kit.feed.FeedLongPoll;
import dev.remit.kit.feed.TenantFeedPage;
import dev.remit.kit.sql.ConsistentReads;
import dev.remit.notifications.notifications.NotificationFeedPage.Item;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Gives what webhooks tell to whoever would rather ask for it. */
@ApplicationScoped
class NotificationFeed {
    /** What a filter passes over is read in stretches, of which one request goes through so many. */
    private static final int STRETCH = 200;

    private static final int STRETCHES = 10;

    private final Feed feed;
    private final FeedLongPoll longPoll;
    private final ConsistentReads reads;

    NotificationFeed(Feed feed, FeedLongPoll longPoll, ConsistentReads reads) {
        this.feed = feed;
        this.longPoll = longPoll;
        this.reads = reads;
    }

    /**
     * The current tenant's notifications after a position.
     *
     * @param wait for how many seconds to wait for one where there is none
     */
    NotificationFeedPage read(long after, int limit, NotificationFilter filter, int wait) throws InterruptedException {
        return longPoll.await(
                wait,
                () -> reads.call(() -> read(after, limit, filter)),
                page -> page.more() || !page.items().isEmpty());
    }

    private NotificationFeedPage read(long after, int limit, NotificationFilter filter) {
        int stretch = filter.takesAll() ? limit : STRETCH;
        List<Item> items = new ArrayList<>();
        long position = after;
        for (int i = 0; i < STRETCHES; i++) {
            List<TenantFeedPage.Item> stored = feed.ofTenant(position, stretch).items();
            for (TenantFeedPage.Item each : stored) {
                Item item = Item.of(each);
                position = item.position();
                if (filter.takes(item)) {
                    items.add(item);
                }
                if (items.size() == limit) {
                    return new NotificationFeedPage(items, position, true);
                }
            }
            if (stored.size() < stretch) {
                return new NotificationFeedPage(items, position, false);
            }
        }
        return new NotificationFeedPage(items, position, true);
    }
}
