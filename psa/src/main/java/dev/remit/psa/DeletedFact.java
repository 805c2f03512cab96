package dev.remit.psa;

import java.util.Objects;

/**
 * The platform says that an object is gone. It gives no time of its own for that.
 *
 * @param kind what was deleted
 * @param externalId the platform's key of it
 */
public record DeletedFact(Kind kind, String externalId) implements PsaFacts {

    /** The kinds of object that a platform deletes and we keep facts of. */
    public enum Kind {
        TICKET,
        TIME_ENTRY
    }

    public DeletedFact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(externalId, "externalId");
    }
}
