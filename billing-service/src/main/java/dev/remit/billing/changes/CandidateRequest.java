package dev.remit.billing.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Which version is looked at, and by which dates.
 *
 * @param document what would be signed
 * @param mode ACTIVATED: what comes of the client's lines; TRIED: what the work of the dates comes to anew
 * @param from the first local date that is looked at
 * @param to the first that is not looked at any more
 */
record CandidateRequest(
        @NotNull UUID tenant,
        @NotNull UUID clientId,
        @NotNull JsonNode document,
        @NotNull Mode mode,
        @NotNull LocalDate from,
        @NotNull LocalDate to) {}
