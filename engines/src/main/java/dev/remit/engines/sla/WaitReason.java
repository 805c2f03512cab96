package dev.remit.engines.sla;

/** Why a ticket waits. Where several waits overlap, the first here gives its name and its owner to the time. */
public enum WaitReason {
    /** For an answer to a question put to the client. */
    CLIENT(Owner.CLIENT, false),
    /** For something the client owes and was told about, such as a machine left on. */
    RESPONSIBILITY(Owner.CLIENT, true),
    /** For a supplier. */
    VENDOR(Owner.VENDOR, false),
    /** For the client's decision on a quote. */
    APPROVAL(Owner.APPROVAL, true),
    /** For the date on which the work was agreed to be done. */
    SCHEDULED(Owner.MSP, true);

    private final Owner owner;
    private final boolean outlivesTheEnd;

    WaitReason(Owner owner, boolean outlivesTheEnd) {
        this.owner = owner;
        this.outlivesTheEnd = outlivesTheEnd;
    }

    /** Whose time such a wait is. */
    public Owner owner() {
        return owner;
    }

    /**
     * Whether such a wait may still be true of a ticket that has ended, and so goes on when that is reopened: a quote is
     * still out, a date still ahead. Waits for client and vendor are the ticket's own status and end with it.
     */
    boolean outlivesTheEnd() {
        return outlivesTheEnd;
    }
}
