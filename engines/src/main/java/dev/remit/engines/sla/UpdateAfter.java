package dev.remit.engines.sla;

/** What begins an update clock, once the first response is given. */
public enum UpdateAfter {
    /** Our last public update: the client hears from us every so often. A message of the client changes nothing. */
    ALWAYS,
    /** The first message of the client that stands unanswered; while we wrote last there is none. */
    CLIENT_MESSAGE
}
