package dev.remit.engines.sla;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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
    public static final Comparator<SlaEvent> FOLD_ORDER =
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

    /**
     * The event that a text tells of.
     *
     * @throws dev.remit.engines.InvalidInput naming the member that is wrong
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SlaEvent of(EventText text) {
        return text.event();
    }

    /** The text of the event, which is its JSON. */
    @JsonValue
    public EventText text() {
        return EventText.of(this);
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
