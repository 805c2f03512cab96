package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Who signed a version, and when.
 *
 * @param party for whom
 * @param name of the person
 * @param email of the person; may be null
 * @param signedAt when; null of a signature on paper, which tells no time
 * @param signedOn the client's local date on which a paper was signed; null of any other
 */
public record Signature(Party party, String name, String email, Instant signedAt, LocalDate signedOn) {

    /** A side of the contract. */
    public enum Party {
        /** The managed service provider. */
        MSP,
        /** Its client. */
        CLIENT
    }

    /** Checks that party, name and one of moment and date are there. */
    public Signature {
        required(party, "party");
        required(name, "name");
        if (signedAt == null && signedOn == null) {
            throw new InvalidInput("signedAt", "is required, unless signedOn is there");
        }
    }
}
