package dev.remit.kit.json;

/** A list in a body has more elements than are taken there. */
public final class ListTooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int most;

    ListTooLong(int most) {
        super(null, null, false, false);
        this.most = most;
    }

    /** How many elements are taken. */
    public int most() {
        return most;
    }
}
