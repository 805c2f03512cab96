package dev.remit.contracts.agreements.changes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A version that is looked at, and by which dates.
 *
 * @param document what would be signed
 * @param from the first local date that is looked at
 * @param to the first that is not looked at any more
 * @param asOf of which moment the answer is
 */
public record Candidate(
        UUID tenant,
        UUID clientId,
        UUID agreementId,
        int version,
        ObjectNode document,
        Mode mode,
        LocalDate from,
        LocalDate to,
        Instant asOf) {}
