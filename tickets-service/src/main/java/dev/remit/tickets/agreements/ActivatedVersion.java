package dev.remit.tickets.agreements;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Word that a version was activated.
 *
 * @param effectiveTo the first local date without it; null if open
 * @param masterId the agreement that its own is an addendum to; null for a master
 */
public record ActivatedVersion(
        UUID agreementId,
        UUID clientId,
        int version,
        String documentHash,
        String contentHash,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        UUID masterId) {}
