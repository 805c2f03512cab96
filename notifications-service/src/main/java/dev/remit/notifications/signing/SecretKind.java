package dev.remit.notifications.signing;

/** How webhooks are signed. */
public enum SecretKind {
    /** HMAC-SHA256, by a secret that the receiver has too ({@code v1}). */
    SYMMETRIC,
    /** By a key of which the receiver has the public half alone ({@code v1a}). */
    ED25519
}
