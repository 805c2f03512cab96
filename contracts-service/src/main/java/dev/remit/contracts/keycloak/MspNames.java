package dev.remit.contracts.keycloak;

import java.util.Optional;
import java.util.UUID;

/** What the MSPs call themselves. */
public interface MspNames {

    /** Empty for one that nobody has made, or that is erased. */
    Optional<String> nameOf(UUID tenant);
}
