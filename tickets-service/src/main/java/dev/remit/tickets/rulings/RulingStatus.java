package dev.remit.tickets.rulings;

import dev.remit.tickets.workitems.WorkItem;

/** Whether a ruling still changes by itself. */
public enum RulingStatus {
    /** It does when what is known of the work changes: nobody has relied on it yet. */
    PROVISIONAL,
    /** Somebody has worked on the categorised work, sent a quote for it, or ruled by hand: only a person changes it. */
    FROZEN;

    static RulingStatus of(WorkItem workItem) {
        return workItem.isFrozen() ? FROZEN : PROVISIONAL;
    }
}
