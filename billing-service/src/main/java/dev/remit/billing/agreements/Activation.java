package dev.remit.billing.agreements;

import java.time.LocalDate;
import java.util.UUID;

/** A version that came into force, as an event tells it. */
public record Activation(
        UUID agreementId,
        UUID clientId,
        int version,
        String documentHash,
        String contentHash,
        LocalDate effectiveFrom,
        LocalDate effectiveTo) {}
