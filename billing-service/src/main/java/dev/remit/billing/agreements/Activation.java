package dev.remit.billing.agreements;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A signed version, as an event tells it.
 *
 * @param effectiveFrom its first local date
 * @param effectiveTo the first local date without it, as signed; null while no end is known
 */
public record Activation(
        UUID agreementId,
        UUID clientId,
        int version,
        String documentHash,
        String contentHash,
        LocalDate effectiveFrom,
        LocalDate effectiveTo) {}
