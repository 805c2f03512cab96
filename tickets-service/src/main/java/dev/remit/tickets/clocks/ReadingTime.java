package dev.remit.tickets.clocks;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/** At which moment clocks are read, and by what was known when. */
public class ReadingTime {
    /**
     * The moment to read; now if absent. It may lie as far off as a million calendar steps reach: a date or a window on the way
     * is one for each calendar.
     */
    @QueryParam("asOf")
    Instant asOf;

    /** Leaves out what we learnt later than this. */
    @QueryParam("knownAt")
    Instant knownAt;
}
