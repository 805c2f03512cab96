package dev.remit.billing.extras;

/** What happened to a line. */
enum Change {
    OPENED,
    CHANGED,
    DROPPED,
    LOCKED,
    EXPORTED,
    ACKNOWLEDGED,
    REVERSED,
    REINSTATED,
    RELEASED
}
