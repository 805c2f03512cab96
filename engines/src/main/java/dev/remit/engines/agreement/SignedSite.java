package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import java.time.ZoneId;

/**
 * A site of the client as the document names it. Its zone is signed, since it decides deadlines and prices.
 *
 * @param code the short name, unique within the client
 * @param name for people; may be null
 * @param zone in which its hours are read
 */
public record SignedSite(String code, String name, ZoneId zone) {

    /** Checks that code and zone are there. */
    public SignedSite {
        required(code, "code");
        required(zone, "zone");
    }
}
