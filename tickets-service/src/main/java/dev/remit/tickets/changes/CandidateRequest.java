package dev.remit.tickets.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.agreement.CandidateTerm;
import dev.remit.tickets.rulings.CandidateVolumes;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Which version is looked at, and by which tickets.
 *
 * @param document what would be signed
 * @param mode whether it is asked what comes of it, or what would have
 * @param from the first local date on which tickets were created that are looked at
 * @param to the first that is not looked at any more
 * @param wanted which part of the answer is wanted
 * @param after the last ticket that was looked at; null at the start
 * @param volumes what an earlier page says of included volumes; null at the start
 */
record CandidateRequest(
        @NotNull UUID tenant,
        @NotNull UUID clientId,
        @NotNull JsonNode document,
        @NotNull CandidateTerm.Mode mode,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotNull Part wanted,
        UUID after,
        List<CandidateVolumes.@NotNull Taken> volumes) {

    /** What is told of each ticket that the version would reach. */
    enum Part {
        /** What of it would be otherwise. */
        CHANGES,
        /** Each ruling that would be given, as other services hear of it, whether it is otherwise or not. */
        RULINGS
    }

    CandidateVolumes takenBefore() {
        return new CandidateVolumes(volumes == null ? List.of() : volumes);
    }
}
