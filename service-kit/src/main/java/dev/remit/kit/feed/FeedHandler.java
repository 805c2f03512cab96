package dev.remit.kit.feed;

/**
 * What a service does with another's feed. A bean of this type is fed every event once, each in a transaction of the event's
 * tenant, however many replicas run. They come in order, until one fails again and again by itself: it is then set aside with
 * the later ones of its subject, in order, and offered again each minute while all others come.
 *
 * @param <P> what {@link #prepare} brings
 */
public interface FeedHandler<P> {
    /** The cursor's name for good, at most 100 characters, such as {@code tickets.contracts}. */
    String name();

    /**
     * Asks the other service, outside any transaction.
     *
     * @param waitSeconds how long an empty answer may be held back
     */
    FeedPage fetch(long after, int limit, int waitSeconds);

    /** Whether events of a type matter here; the others are only passed. */
    default boolean wants(String type) {
        return true;
    }

    /** Brings what applying needs from elsewhere, outside any transaction; may be called again for the same event. */
    default P prepare(FeedEvent event) {
        return null;
    }

    /** Makes the event's effect, as the event's tenant and in the transaction that ticks it off. */
    void apply(FeedEvent event, P prepared);
}
