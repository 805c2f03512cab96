package dev.remit.kit.idempotency;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import java.security.MessageDigest;

/**
 * An Idempotency-Key and what it was sent with.
 *
 * @param key the header's value
 * @param digest of the request
 */
public record RequestKey(String key, byte[] digest) {
    /** The header of a repeated answer. */
    public static final String REPLAYED = "Idempotent-Replayed";

    /**
     * Lets only the request pass that had the key before.
     *
     * @throws Problem key-reused for another request
     */
    public void requireSame(byte[] earlier) {
        if (!MessageDigest.isEqual(earlier, digest)) {
            throw Problem.of(ProblemType.KEY_REUSED, "Take a new " + Idempotency.HEADER + " for a new request.");
        }
    }
}
