package dev.remit.tickets.intake;

import java.util.UUID;

/**
 * Where something came from.
 *
 * @param externalId the source's key of the object; empty where the payload does not tell
 */
public record Origin(UUID connectionId, String externalId, UUID payloadId) {}
