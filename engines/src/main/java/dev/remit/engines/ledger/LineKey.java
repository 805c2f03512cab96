package dev.remit.engines.ledger;

import java.util.UUID;

/**
 * What makes an unpublished line the same line from one computation to the next.
 *
 * @param refersTo the published line that a follow-up or a reversal is of; null for a rated line
 * @param piece null for travel and for work that could not be rated
 */
public record LineKey(UUID entryId, Origin origin, UUID refersTo, LineKind kind, PieceKey piece) {}
