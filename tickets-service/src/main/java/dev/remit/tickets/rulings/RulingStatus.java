package dev.remit.tickets.rulings;

import dev.remit.tickets.workitems.WorkItem;

/** Whether a ruling still changes by itself. */
public enum RulingStatus {
    /** It does when more is known of the work. */
    PROVISIONAL,
    /** Only a recorded re-ruling changes it. */
    FROZEN;

    static RulingStatus of(WorkItem workItem) {
        return workItem.isFrozen() ? FROZEN : PROVISIONAL;
    }
}
