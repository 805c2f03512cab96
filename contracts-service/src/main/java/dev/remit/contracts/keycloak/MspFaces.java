package dev.remit.contracts.keycloak;

import java.util.Optional;
import java.util.UUID;

/** By what people know the MSPs. */
public interface MspFaces {

    /** Empty for one that nobody has made, or that is erased. */
    Optional<Face> faceOf(UUID tenant);

    /**
     * What pages and mails show.
     *
     * @param logo the SHA-256 of its bytes; empty where there is none
     */
    record Face(String name, Optional<String> logo) {}
}
