package dev.remit.billing.extras;

/** What a link of a ticket's chain of evidence here is about. */
enum EvidenceKind {
    /** Lines that were opened, changed or dropped, with everything that they were computed from. */
    RATED,
    /** Lines that finance has from now on, with their positions. */
    PUBLISHED
}
