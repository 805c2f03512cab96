package dev.remit.engines;

/** A calculation was told to stop: its time is over, or nobody waits for it. */
public final class WorkStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a trace, since it is nobody's fault. */
    public WorkStopped() {
        super("stopped before its end", null, false, false);
    }
}
