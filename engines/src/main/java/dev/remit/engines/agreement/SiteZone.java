package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import java.time.ZoneId;

/**
 * Where a ticket is from or work is done, as far as hours depend on it.
 *
 * @param site code of the client's site; null for none
 * @param zone its local time; of no site, the client's
 */
public record SiteZone(String site, ZoneId zone) {

    /** Checks that the zone is there. */
    public SiteZone {
        required(zone, "zone");
    }

    /** A place of which no more than the zone is known. */
    public static SiteZone in(ZoneId zone) {
        return new SiteZone(null, zone);
    }
}
