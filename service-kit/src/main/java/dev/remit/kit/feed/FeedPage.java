package dev.remit.kit.feed;

import java.util.List;

/**
 * A stretch of the feed, in order.
 *
 * @param head the highest position that there was before reading
 */
public record FeedPage(List<FeedEvent> items, long head) {}
