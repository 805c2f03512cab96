package dev.remit.gateway.identity;

/** What the identity server says of a token whose signature and claims are in order. */
enum TokenState {
    /** Person, session and client are as they were when it was issued. */
    ACTIVE,
    /** The person or the client was disabled or removed, or the session was ended. */
    REVOKED,
    /** The identity server could not be asked, or not in time. */
    UNKNOWN
}
