package dev.remit.journeys.siege;

/** Requests that would take Remit down if it let them. */
record Flood(String name, int leastASecond, Sending sending) {
    /**
     * @param name what it sends, for people
     * @param leastASecond what it must have sent for each second that it lasted, or it was none
     */
    Flood {}

    /** Sends until it is told to stop; each request and each pause is short, so that it does stop. */
    @FunctionalInterface
    interface Sending {
        /** @throws Exception what keeps it from going on; a refusal by Remit does not */
        void send(Stop stop, FloodCounts tally) throws Exception;
    }

    /** Whether a flood is over. */
    @FunctionalInterface
    interface Stop {
        boolean now();
    }
}
