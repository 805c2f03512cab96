package dev.remit.engines.sla;

import java.time.Instant;

/**
 * One wait and how far it was accepted.
 *
 * @param key the event that began it
 * @param reason for what
 * @param from when it began
 * @param to when it stopped counting, also in the future where that is known; null when only an event will end it.
 *     Equal to {@code from} for one that does not count at all
 * @param end why it ends there
 * @param judgedBy for a wait for the client, what shows that the client was asked; null for every other
 */
public record WaitReading(String key, WaitReason reason, Instant from, Instant to, End end, WaitProof judgedBy) {
    /** Why a wait counts no longer. */
    public enum End {
        /** It goes on. */
        OPEN,
        /** An event said so. */
        ENDED,
        /** The client wrote, whatever the status says. */
        CLIENT_ANSWERED,
        /** The client had its business days; from then on it is the MSP's time. */
        LIMIT_REACHED,
        /** The date came until which it was agreed. */
        DATE_REACHED,
        /** The ticket ended. */
        TICKET_ENDED,
        /** Nobody had asked the client anything: it never counted. */
        NO_QUESTION,
        /** The client contested it, and was right: it does not count. */
        DISALLOWED
    }

    /** Whether any of the wait counts. */
    public boolean counts() {
        return end != End.NO_QUESTION && end != End.DISALLOWED;
    }
}
