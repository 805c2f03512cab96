package dev.remit.billing.extras;

/** What happened to a line. */
enum LineEvent {
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
