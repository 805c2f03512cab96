package dev.remit.tickets.rulings;

import dev.remit.engines.scope.Categorisation;
import dev.remit.engines.scope.SilentReason;
import dev.remit.engines.scope.Verdict;
import dev.remit.tickets.rulings.RulingText.Agreement;
import dev.remit.tickets.rulings.RulingText.Clause;
import dev.remit.tickets.rulings.RulingText.Inputs;
import dev.remit.tickets.rulings.RulingText.Person;
import dev.remit.tickets.rulings.RulingText.Reason;
import dev.remit.tickets.rulings.RulingText.Volume;
import dev.remit.tickets.workitems.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ruling as callers see it.
 *
 * @param current whether it is the work item's ruling now
 * @param status of the work item's ruling now; an earlier ruling is FROZEN
 * @param sha256 of the ruling's canonical bytes, as the evidence names it
 */
@Schema(name = "Ruling")
public record RulingView(
        UUID rulingId,
        UUID workItemId,
        int sequence,
        boolean current,
        RulingStatus status,
        RulingCause cause,
        String by,
        Person person,
        String because,
        Instant ruledAt,
        Verdict verdict,
        SilentReason silentReason,
        String item,
        Categorisation.Basis basis,
        Clause clause,
        List<Clause> disagreeing,
        Agreement agreement,
        boolean approvalRequired,
        String workType,
        Long estimateMinutes,
        Volume volume,
        List<Reason> reasons,
        Inputs inputs,
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
                text.cause(),
                text.by(),
                text.person(),
                text.because(),
                text.ruledAt(),
                text.verdict(),
                text.silentReason(),
                text.item(),
                text.basis(),
                text.clause(),
                text.disagreeing(),
                text.agreement(),
                text.approvalRequired(),
                text.workType(),
                text.estimateMinutes(),
                text.volume(),
                text.reasons(),
                confidential ? text.inputs().withoutTitle() : text.inputs(),
                text.engine(),
                stored.sha256());
    }
}
