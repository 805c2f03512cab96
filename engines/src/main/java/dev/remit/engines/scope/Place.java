package dev.remit.engines.scope;

/** Where work is done. */
public enum Place {
    /** At a site of the client. */
    ONSITE("on site"),
    /** From afar. */
    REMOTE("remotely");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    /** As it reads after "work". */
    String words() {
        return words;
    }
}
