package dev.remit.notifications.delivery;

import java.util.UUID;

/** One try that was made, and how it went. */
record Tried(Outgoing outgoing, Outcome outcome) {
    Claim claim() {
        return outgoing.claim();
    }

    UUID tenant() {
        return claim().tenant();
    }

    UUID delivery() {
        return outgoing.delivery();
    }
}
