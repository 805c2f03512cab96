package dev.remit.tickets.evidence;

/** What a link of evidence is about. */
public enum EvidenceKind {
    /** What a source said. */
    SNAPSHOT,
    /** A ruling with everything it was computed from. */
    RULING,
    /** A breach, a target met, a warning or a correction, with what the reading was computed from. */
    CLOCK,
    /** Work done, as its source has it. */
    TIME_ENTRY
}
