package dev.remit.engines.sla;

/** Why a ticket waits. Where several waits overlap, the first here gives its name and its owner to the time. */
public enum WaitReason {
    /** For an answer to a question put to the client. */
    CLIENT(Owner.CLIENT),
    /** For something the client owes and was told about, such as a machine left on. */
    RESPONSIBILITY(Owner.CLIENT),
    /** For a supplier. */
    VENDOR(Owner.VENDOR),
    /** For the client's decision on a quote. */
    APPROVAL(Owner.APPROVAL),
    /** For the date on which the work was agreed to be done. */
    SCHEDULED(Owner.MSP);

    private final Owner owner;

    WaitReason(Owner owner) {
        this.owner = owner;
    }

    /** Whose time such a wait is. */
    public Owner owner() {
        return owner;
    }
}
