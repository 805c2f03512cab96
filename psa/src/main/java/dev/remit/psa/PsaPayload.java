package dev.remit.psa;

import java.util.Set;

/**
 * What one payload of a platform says.
 *
 * @param facts what it says
 * @param kept the members of the facts that it says nothing of, so that they stay as they were; empty for a deletion
 */
public record PsaPayload(PsaFacts facts, Set<String> kept) {

    public PsaPayload {
        kept = Set.copyOf(kept);
    }
}
