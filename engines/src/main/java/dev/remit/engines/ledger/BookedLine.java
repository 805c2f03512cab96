package dev.remit.engines.ledger;

import java.util.List;
import java.util.UUID;

/**
 * A line that the client's book has.
 *
 * @param workItemId under whose cap it is billed; may be null
 * @param factsHash of what its entry stated when it was rated
 * @param published whether finance has it, so that it keeps its figures for good
 */
public record BookedLine(UUID id, LineKey key, Figures figures, UUID workItemId, String factsHash, boolean published) {

    Origin origin() {
        return key.origin();
    }

    /** Whether finance has it, and no published line takes it back. */
    boolean isLivingAmong(List<BookedLine> ofEntry) {
        return published
                && origin() != Origin.REVERSAL
                && ofEntry.stream()
                        .noneMatch(other -> other.published
                                && other.origin() == Origin.REVERSAL
                                && other.key().refersTo().equals(id));
    }

    boolean isTravel() {
        return key.kind() == LineKind.TRAVEL;
    }
}
