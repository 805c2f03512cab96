package dev.remit.engines.agreement;

import java.util.Objects;
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
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
    }
}
