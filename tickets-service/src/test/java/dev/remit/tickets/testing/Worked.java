package dev.remit.tickets.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Time entries as a PSA sends them. */
public final class Worked {
    private Worked() {}

    /**
     * Half an hour on site for ticket 70123.
     *
     * @param start an instant in UTC
     */
    public static Map<String, Object> halfHour(String technician, String start) {
        return Map.of(
                "ticket",
                Map.of("externalId", "70123"),
                "technician",
                Map.of("id", technician, "name", technician),
                "workType",
                "On-site",
                "start",
                start,
                "end",
                Instant.parse(start).plus(30, ChronoUnit.MINUTES).toString(),
                "sourceUpdatedAt",
                "2026-06-12T19:00:00Z");
    }
}
