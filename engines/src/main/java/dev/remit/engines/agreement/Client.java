package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import java.util.UUID;

/**
 * The client that an agreement is with.
 *
 * @param id never changes
 * @param code the short name in addresses and lists, such as {@code whitfield-crane}
 * @param name as it signs
 */
public record Client(UUID id, String code, String name) {

    /** Checks that all are there. */
    public Client {
        required(id, "id");
        required(code, "code");
        required(name, "name");
    }
}
