package dev.remit.tickets.evidence;

/** What a link of evidence is about. */
public enum EvidenceKind {
    /** What a source said. */
    SNAPSHOT,
    /** A ruling with everything it was computed from. */
    RULING,
    /** A breach, a target met, a warning or a correction, with what the reading was computed from. */
    CLOCK,
    /** What was said of a clock under a client whose ticket it is not. */
    TAKEN_BACK,
    /** Work done, as its source has it. */
    TIME_ENTRY
}
