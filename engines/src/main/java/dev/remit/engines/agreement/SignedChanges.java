package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import java.time.Instant;

/**
 * What both parties knew that a version changes which begins in the past: it names the list that they signed.
 *
 * @param sha256 of the list's canonical bytes
 * @param asOf of which moment the list is
 */
public record SignedChanges(String sha256, Instant asOf) {

    /** @throws InvalidInput if a member is missing */
    public SignedChanges {
        required(sha256, "sha256");
        required(asOf, "asOf");
    }
}
