package dev.remit.billing.books;

import dev.remit.engines.ledger.ChangedFacts;
import java.util.UUID;

/**
 * Facts of a client's open book have changed, so that lines must be computed again before the transaction ends.
 *
 * @param cause for the journal: what happened, and to which object
 */
public record BookChanged(UUID clientId, String cause, ChangedFacts facts) {}
