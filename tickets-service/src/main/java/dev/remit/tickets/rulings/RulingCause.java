package dev.remit.tickets.rulings;

/** Why a work item was ruled. */
public enum RulingCause {
    /** It was asked for. */
    ASKED,
    /** What is known of the work item has changed, and nobody relied on its ruling or a person had it ruled again. */
    FACTS_CHANGED,
    /** An agreement has reached us that was not known or not in force before. */
    AGREEMENT_ARRIVED,
    /** A version that begins before it was proposed is in force now; both parties signed the list of what it changes. */
    VERSION_FOR_THE_PAST,
    /** The ticket turned out to be another client's, or its client was not known for a while. */
    CLIENT_CORRECTED,
    /** The ticket is not cancelled after all, and others have taken what it gave back of an included volume. */
    REOPENED,
    /** A person has said what kind of work it is, or how it is treated whatever the clauses say. */
    BY_HAND
}
