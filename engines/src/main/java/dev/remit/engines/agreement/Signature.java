package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import java.time.Instant;

/**
 * Who signed a version, and when.
 *
 * @param party for whom
 * @param name of the person
 * @param email of the person; may be null
 * @param signedAt when
 */
public record Signature(Party party, String name, String email, Instant signedAt) {

    /** A side of the contract. */
    public enum Party {
        /** The managed service provider. */
        MSP,
        /** Its client. */
        CLIENT
    }

    /** Checks that all but the e-mail address are there. */
    public Signature {
        required(party, "party");
        required(name, "name");
        required(signedAt, "signedAt");
    }
}
