package dev.remit.engines.scope;

/** What an included volume is counted in. */
public enum VolumeUnit {
    /** Tickets, or work items where a ticket has several: counted when they are ruled, by the date of the ticket. */
    TICKET(""),
    /** A technician's visits to a site on a local date, whatever is done there: counted where the work is recorded. */
    VISIT(" visits"),
    /** Hours as they are worked, before any rounding: counted where the work is recorded. */
    HOUR(" hours");

    private final String words;

    VolumeUnit(String words) {
        this.words = words;
    }

    /** As it reads after a number. */
    String words() {
        return words;
    }

    /** Whether it is counted by the work that is done, and not by what is asked for. */
    public boolean isOfWork() {
        return this != TICKET;
    }
}
