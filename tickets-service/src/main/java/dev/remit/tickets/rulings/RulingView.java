package dev.remit.tickets.rulings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.workitems.WorkItem;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ruling as callers see it.
 *
 * @param current whether it is the work item's ruling now
 * @param status of the work item's ruling now; an earlier ruling is FROZEN
 * @param byHand how a person has the work treated, and on what ground; absent where nobody departed from the clauses
 * @param byClauses what the clauses say where a person departed from them
 * @param sha256 of the ruling's canonical bytes, as the evidence names it
 */
@Schema(name = "Ruling")
public record RulingView(
        UUID rulingId,
        UUID workItemId,
        int sequence,
        boolean current,
        RulingStatus status,
        @JsonUnwrapped RulingReason occasion,
        Instant ruledAt,
        @JsonUnwrapped RulingAnswer answer,
        @MayBeAbsent TreatmentByHand byHand,
        @MayBeAbsent RulingAnswer byClauses,
        RulingInputs inputs,
        String engine,
        String sha256) {

    /** @param confidential whether the ticket is by now, so that its title is withheld */
    static RulingView of(RulingRecord stored, WorkItem workItem, boolean confidential) {
        RulingText text = stored.text();
        boolean current = workItem.rulingId().filter(stored.id()::equals).isPresent();
        return new RulingView(
                text.rulingId(),
                text.workItemId(),
                text.sequence(),
                current,
                current ? RulingStatus.of(workItem) : RulingStatus.FROZEN,
                text.occasion(),
                text.ruledAt(),
                text.answer(),
                text.byHand(),
                text.byClauses(),
                confidential ? text.inputs().withoutTitle() : text.inputs(),
                text.engine(),
                stored.sha256());
    }
}
