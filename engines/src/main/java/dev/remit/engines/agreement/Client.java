package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import java.time.ZoneId;
import java.util.UUID;

/**
 * The client that an agreement is with.
 *
 * @param id never changes
 * @param code the short name in addresses and lists, such as {@code whitfield-crane}
 * @param name as it signs
 * @param zone in which its hours are read where no site is named; null where the document does not say it
 */
public record Client(UUID id, String code, String name, ZoneId zone) {

    /** Checks that all but the zone are there. */
    public Client {
        required(id, "id");
        required(code, "code");
        required(name, "name");
    }
}
