package dev.remit.engines.reports;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;

/** Open seconds as the differences of one growing number, so that those of many stretches are added up before they are known. */
public final class OpenHours {
    private static final Instant BASE = Instant.parse("2020-01-01T00:00:00Z");

    private OpenHours() {}

    /** How many open seconds of a calendar passed from a fixed moment until another; below 0 for an earlier one. */
    public static long until(CompiledCalendar calendar, Instant at) {
        return calendar.openSeconds(BASE, at) - calendar.openSeconds(at, BASE);
    }
}
