package dev.remit.engines.sla;

/** Whether a ticket has ended, and how. One whose agreement ended does not go on under it. */
final class TicketLife {
    private boolean ended;
    private CancelReason cancelledFor;

    /** Ends the ticket with a resolution; false when it had ended before. */
    boolean resolve() {
        boolean endsNow = !ended;
        ended = true;
        return endsNow;
    }

    /** Ends the ticket without one; false when it had ended before, and then its verdicts stand. */
    boolean cancel(CancelReason reason) {
        if (cancelledFor == null) {
            cancelledFor = reason;
        }
        return resolve();
    }

    /** Lets the ticket go on; false when it cannot or does. */
    boolean reopen() {
        if (!ended || cancelledFor == CancelReason.AGREEMENT_ENDED) {
            return false;
        }
        ended = false;
        cancelledFor = null;
        return true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Why it ended without a resolution, or was said to have no claim to one; null when neither. */
    CancelReason cancelledFor() {
        return cancelledFor;
    }
}
