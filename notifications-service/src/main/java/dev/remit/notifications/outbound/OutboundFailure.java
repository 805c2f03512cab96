package dev.remit.notifications.outbound;

/** No answer came; the message says why, without anything that belongs to the inside. */
public final class OutboundFailure extends Exception {
    private static final long serialVersionUID = 1L;

    OutboundFailure(String why) {
        super(why);
    }
}
