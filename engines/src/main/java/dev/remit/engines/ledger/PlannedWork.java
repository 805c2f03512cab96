package dev.remit.engines.ledger;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.scope.Place;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Work that somebody plans: technicians who do the same side by side.
 *
 * @param workType the rate card's work type; null where it is not known, and then nothing prices the work
 * @param role of the technicians; may be null
 * @param site code of the place; null where it is not known, and then each trip is one of its own
 * @param zone of the place, whose calendar dates the work
 * @param start null where no time is planned, and then all of it is work in business hours
 * @param minutes of each technician; 0 where only a price for the work item or its units is planned
 * @param technicians from 1 to {@value #MOST_TECHNICIANS}
 * @param travel whether each of them makes a trip for it
 * @param place where it is done; null where it is not known
 * @param units how many units are planned, for a price by the unit; null for none
 */
public record PlannedWork(
        String workType,
        String role,
        String site,
        ZoneId zone,
        Instant start,
        long minutes,
        int technicians,
        boolean travel,
        Place place,
        Long units) {

    /** How many may be planned side by side. */
    public static final int MOST_TECHNICIANS = 100;

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput naming the member
     */
    public PlannedWork {
        InvalidInput.required(zone, "zone");
        if (minutes < 0) {
            throw new InvalidInput("minutes", "must not be negative");
        }
        if (units != null && units < 1) {
            throw new InvalidInput("units", "must be at least 1");
        }
        if (technicians < 1 || technicians > MOST_TECHNICIANS) {
            throw new InvalidInput("technicians", "must be from 1 to " + MOST_TECHNICIANS);
        }
    }

    private static final long SECONDS_A_MINUTE = 60;

    /** Work of which nobody says where it is done, and that is not counted. */
    public PlannedWork(
            String workType,
            String role,
            String site,
            ZoneId zone,
            Instant start,
            long minutes,
            int technicians,
            boolean travel) {
        this(workType, role, site, zone, start, minutes, technicians, travel, null, null);
    }

    long seconds() {
        return Math.multiplyExact(minutes, SECONDS_A_MINUTE);
    }

    Instant end() {
        return start.plusSeconds(seconds());
    }
}
