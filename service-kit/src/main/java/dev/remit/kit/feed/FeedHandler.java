package dev.remit.kit.feed;

import java.util.List;

/**
 * What a service does with another's feed. A bean of this type is fed every event once, each in a transaction of the event's
 * tenant, however many replicas run. A tenant's events come in order, until one fails again and again by itself: it is then
 * set aside with the later ones of its subject, in order, and offered again each minute while all others come. Of different
 * tenants' events none waits for another.
 *
 * @param <P> what {@link #prepare} brings
 */
public interface FeedHandler<P> {
    /** The cursor's name for good, at most 100 characters, such as {@code tickets.contracts}; no two handlers have the same. */
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

    /**
     * Makes the effects of a stretch of one tenant's events, in their order, in the one transaction that ticks them all off.
     * What they come to is what they would come to one by one. Where it throws, none has taken effect, and each of them
     * is offered again alone.
     *
     * @param events at least one, at most {@value FeedTurn#MOST}
     */
    default void applyAll(List<Prepared<P>> events) {
        events.forEach(next -> apply(next.event(), next.prepared()));
    }

    /** An event with what {@link #prepare} brought for it. */
    record Prepared<P>(FeedEvent event, P prepared) {}
}
