package dev.remit.tickets.rulings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.kit.json.CanonicalRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a ruling says, with everything it was computed from, so that it can be computed again. Its parts are one flat object
 * in JSON, and absent is null.
 *
 * @param sequence from 1 within the work item
 * @param byHand how a person has the work treated; null where nobody departed from the clauses
 * @param byClauses what the engine answered where a person has it treated otherwise, without the agreement; null elsewhere
 * @param engine the version of the scope engine
 */
@Schema(name = "RulingText")
public record RulingText(
        String schema,
        UUID rulingId,
        UUID ticketId,
        UUID workItemId,
        int sequence,
        @JsonUnwrapped RulingReason occasion,
        Instant ruledAt,
        @JsonUnwrapped RulingAnswer answer,
        TreatmentByHand byHand,
        RulingAnswer byClauses,
        RulingInputs inputs,
        String engine) {

    static final String SCHEMA = "remit-ruling/1";

    /** What the engine answered, whatever a person said. */
    RulingAnswer answerByClauses() {
        return byClauses == null ? answer : byClauses.by(answer.agreement());
    }

    /** How much of an included volume was used before; empty for one that was not looked at. */
    OptionalLong usedBefore(VolumeKey key) {
        List<RulingCase> looked = answerByClauses().cases();
        return new RulingCases(looked).usedBefore(key, inputs.workDate());
    }

    /** The canonical bytes, which are hashed and stored. */
    byte[] write() {
        return CanonicalRecords.bytes(this);
    }

    /** The members as plain JSON values. */
    Map<String, Object> members() {
        return CanonicalRecords.members(this);
    }

    static RulingText read(byte[] stored) {
        return CanonicalRecords.read(stored, RulingText.class);
    }
}
