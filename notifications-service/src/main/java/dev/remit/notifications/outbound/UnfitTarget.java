package dev.remit.notifications.outbound;

/** An address that is not called; the message says why, to follow the words "the address". */
public final class UnfitTarget extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitTarget(String why) {
        super(why);
    }
}
