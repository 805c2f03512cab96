package dev.remit.journeys.siege;

/** Requests that would take Remit down if it let them. */
interface Flood {
    /** What it sends, for people. */
    String name();

    /**
     * Sends until it is told to stop; each request and each pause is short, so that it does stop.
     *
     * @throws Exception what keeps it from going on; a refusal by Remit does not
     */
    void send(Stop stop) throws Exception;

    /** Whether a flood is over. */
    @FunctionalInterface
    interface Stop {
        boolean now();
    }
}
