package dev.remit.tickets.clocks;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/** At which moment clocks are read, and by what was known when. */
public class ReadingTime {
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * The moment to read; now if absent. It may lie as far off as a million calendar steps reach: a date or a window on the way
     * is one for each calendar.
     */
    @QueryParam("asOf")
    Instant asOf;

    /** Leaves out what we learnt later than this. */
    @QueryParam("knownAt")
    Instant knownAt;

    /** The moment to read. */
    public Instant moment(Instant now) {
        return asOf == null ? now : asOf;
    }

    /** By when what is told was known. */
    public Instant known() {
        return knownAt == null ? EVER : knownAt;
    }

    /** Up to when people's words on it are taken. */
    Instant lastWord() {
        return asOf == null || asOf.isAfter(known()) ? known() : asOf;
    }

    /** Whether what happened then is told; where no moment is given, all is. */
    public boolean reaches(Instant happenedAt) {
        return asOf == null || !happenedAt.isAfter(asOf);
    }

    /** Whether something that is known now may be left out. */
    public boolean leavesOutNews() {
        return knownAt != null;
    }
}
