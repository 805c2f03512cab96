package dev.remit.notifications.signing;

import java.security.SecureRandom;
import java.util.Base64;

/** What one subscription's webhooks are signed by. Its text is a secret and stands in no log. */
public sealed interface SigningSecret permits SymmetricSecret, Ed25519Secret {

    /** A secret that nobody can guess. */
    static SigningSecret fresh(SecretKind kind) {
        return switch (kind) {
            case SYMMETRIC -> SymmetricSecret.fresh();
            case ED25519 -> Ed25519Secret.fresh();
        };
    }

    /**
     * A secret that was kept.
     *
     * @throws IllegalArgumentException if the text is none of that kind
     */
    static SigningSecret of(SecretKind kind, String text) {
        return switch (kind) {
            case SYMMETRIC -> new SymmetricSecret(text);
            case ED25519 -> new Ed25519Secret(text);
        };
    }

    SecretKind kind();

    /** As it is kept. */
    String text();

    /** What its receiver verifies by, and is shown: the secret itself, or the public half of a pair. */
    String shown();

    /** The signature of one webhook, with the version of its scheme before it. */
    String sign(String webhookId, long epochSecond, String body);

    /** The bytes that a text has behind its prefix. */
    static byte[] bytes(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            throw new IllegalArgumentException("A secret of this kind begins with " + prefix);
        }
        return Base64.getDecoder().decode(text.substring(prefix.length()));
    }

    static String text(String prefix, byte[] key) {
        return prefix + Base64.getEncoder().encodeToString(key);
    }

    static byte[] random(int bytes) {
        byte[] key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
