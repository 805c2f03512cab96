package dev.remit.billing.feeds;

import dev.remit.billing.work.Ruling;
import dev.remit.engines.scope.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** The tickets service ruled on a work item, for the first time or again. */
record WorkItemRuled(
        UUID ticketId,
        String connection,
        String externalId,
        UUID workItemId,
        UUID clientId,
        String title,
        boolean confidential,
        UUID rulingId,
        int sequence,
        String verdict,
        String status,
        String item,
        Clause clause,
        Agreement agreement,
        boolean approvalRequired,
        String workType,
        Integer estimateMinutes,
        String reason,
        Instant ruledAt)
        implements Fact {

    record Clause(String id, String title, String text) {}

    record Agreement(UUID agreementId, Integer version, String documentHash, String contentHash) {}

    Ruling ruling() {
        Clause spoken = clause == null ? new Clause(null, null, null) : clause;
        Agreement signed = agreement == null ? new Agreement(null, null, null, null) : agreement;
        return new Ruling(
                ticketId,
                clientId,
                connection,
                externalId,
                confidential ? null : title,
                confidential,
                rulingId,
                sequence,
                known(verdict),
                status,
                item,
                spoken.id(),
                spoken.title(),
                spoken.text(),
                signed.agreementId(),
                signed.version(),
                signed.documentHash(),
                signed.contentHash(),
                approvalRequired,
                workType,
                estimateMinutes,
                reason,
                ruledAt);
    }

    /** A verdict that is newer than this service holds the work, as silence does. */
    private static Verdict known(String verdict) {
        return Arrays.stream(Verdict.values())
                .filter(candidate -> candidate.name().equals(verdict))
                .findFirst()
                .orElse(Verdict.SILENT);
    }
}
