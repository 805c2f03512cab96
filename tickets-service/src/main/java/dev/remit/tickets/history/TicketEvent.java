package dev.remit.tickets.history;

import dev.remit.psa.Author;
import java.time.Instant;
import java.util.Comparator;

/**
 * Something that happened on a ticket, as far as its source's snapshots and other services tell.
 *
 * @param at when it happened
 * @param knownAt when we learnt of it
 * @param kind what kind of thing
 * @param key tells it from others of the same kind and time; the same however the news of it came
 * @param source who says so
 * @param was the value before, where it replaces one
 * @param is the value after, or what is to be said of it; may be null
 * @param author the person who says so; null for anybody else
 */
public record TicketEvent(
        Instant at, Instant knownAt, Kind kind, String key, Source source, String was, String is, Author author) {

    /** Said by its source itself. */
    public TicketEvent(Instant at, Instant knownAt, Kind kind, String key, Source source, String was, String is) {
        this(at, knownAt, kind, key, source, was, is, null);
    }

    /** Said of a ticket by its source, or by a person where there is an author. */
    static TicketEvent fromSource(
            Instant at, Instant knownAt, Kind kind, String key, String was, String is, Author author) {
        return new TicketEvent(at, knownAt, kind, key, author == null ? Source.PSA : Source.PERSON, was, is, author);
    }

    /** Whether a snapshot or a deletion tells of it, and no other service. */
    boolean isFromSource() {
        return source == Source.PSA || source == Source.PERSON;
    }

    /** The order of a timeline: time, rank of kind, key; nothing of arrival. */
    public static final Comparator<TicketEvent> ORDER = Comparator.comparing(TicketEvent::at)
            .thenComparing(TicketEvent::kind)
            .thenComparing(TicketEvent::key);

    /** Kinds, in the rank by which those of the same instant are shown. */
    public enum Kind {
        CREATED,
        CLIENT_MESSAGE,
        PUBLIC_MESSAGE,
        AUTOMATIC_MESSAGE,
        INTERNAL_NOTE,
        RESPONDED,
        PLAN_GIVEN,
        CLIENT_CHANGED,
        SITE_CHANGED,
        TITLE_CHANGED,
        CATEGORY_CHANGED,
        REQUESTER_CHANGED,
        ASSIGNEE_CHANGED,
        QUEUE_CHANGED,
        CHANNEL_CHANGED,
        LABELS_CHANGED,
        PRIORITY_CHANGED,
        CLASS_CHANGED,
        SCHEDULE_CHANGED,
        STATUS_CHANGED,
        RESOLVED,
        REOPENED,
        CANCELLED,
        DELETED,
        RESTORED,
        QUOTE_SENT,
        QUOTE_DECIDED,
        AGREEMENT_ENDED
    }

    /** Who says so. */
    public enum Source {
        /** The source of the ticket. */
        PSA,
        /** A person of the MSP. */
        PERSON,
        /** The service that sends quotes. */
        BILLING,
        /** The service that keeps agreements. */
        CONTRACTS
    }
}
