package dev.remit.engines.scope;

import java.time.Duration;

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

    /**
     * An amount of it, as it reads.
     *
     * @param amount tickets, visits, or the seconds of hours, of which those of an unfinished minute are left out
     */
    String words(long amount) {
        if (this != HOUR) {
            return amount + words;
        }
        long minutes = Duration.ofSeconds(amount).toMinutesPart();
        String hours = Duration.ofSeconds(amount).toHours() + words;
        return minutes == 0 ? hours : hours + " " + minutes + " minutes";
    }

    /** The least that work can take of it: less than a minute of what is left is used up. */
    public long least() {
        return this == HOUR ? Duration.ofMinutes(1).toSeconds() : 1;
    }

    /** Whether it is counted by the work that is done, and not by what is asked for. */
    public boolean isOfWork() {
        return this != TICKET;
    }
}
