package dev.remit.engines.sla;

/** What a wait for the client was judged by. */
public enum WaitProof {
    /** The status was believed. */
    STATUS,
    /** A public question was asked for. */
    QUESTION
}
