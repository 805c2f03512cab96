package dev.remit.engines.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that happened on a ticket.
 *
 * @param key the source's own key: it tells repetitions apart from new events and settles the last ties
 * @param at when it happened
 * @param knownAt when it became known
 * @param fact what happened
 */
public record SlaEvent(String key, Instant at, Instant knownAt, Fact fact) {
    /** The order in which events are folded: time, rank of kind, key. */
    static final Comparator<SlaEvent> FOLD_ORDER =
            Comparator.comparing(SlaEvent::at).thenComparing(SlaEvent::kind).thenComparing(SlaEvent::key);

    /** Of two versions of one event, the one known last is the greater; the rest only makes the choice a fixed one. */
    static final Comparator<SlaEvent> BY_KNOWLEDGE = Comparator.comparing(SlaEvent::knownAt)
            .thenComparing(SlaEvent::at)
            .thenComparing(SlaEvent::kind)
            .thenComparing(event -> event.fact().toString());

    public SlaEvent {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(knownAt, "knownAt");
        Objects.requireNonNull(fact, "fact");
    }

    /** Something known the moment it happened. */
    public static SlaEvent of(String key, Instant at, Fact fact) {
        return new SlaEvent(key, at, at, fact);
    }

    /** Something known the moment it happened that needs no more than its kind. */
    public static SlaEvent of(String key, Instant at, EventKind kind) {
        return of(key, at, new Fact.Happened(kind));
    }

    /** The kind of the fact. */
    public EventKind kind() {
        return fact.kind();
    }
}
