package dev.remit.notifications.mailkinds;

import java.time.zone.ZoneRulesProvider;

/** Time zones of the IANA database. */
public final class TimeZones {
    private TimeZones() {}

    /** Whether the zone database that the process runs with has it. Plain offsets know no summer time and are none. */
    public static boolean isKnown(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(name);
    }
}
