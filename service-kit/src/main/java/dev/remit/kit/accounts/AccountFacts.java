package dev.remit.kit.accounts;

import java.time.Instant;

/**
 * An account as the other services are told of it.
 *
 * @param subject its id, which its tokens carry
 * @param active false: its tokens are worth nothing
 * @param tokensFrom tokens that were issued before are worth nothing; null: all are good while it is active
 */
public record AccountFacts(String subject, boolean active, Instant tokensFrom) {
    /** The type of the event that tells it; its subject is the person or the machine client. */
    public static final String EVENT = "AccountChanged";
}
