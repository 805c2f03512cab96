package dev.remit.billing.extras;

import dev.remit.billing.approvals.Authority.Approved;
import dev.remit.billing.approvals.Decider;
import dev.remit.billing.work.Verdict;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a line rests on: the time entry, the ruling, the signed version that prices it, the approval.
 *
 * @param late what it says became known after the cut-off of its date
 * @param clauseId the clause that rules the work; null where none does
 * @param rateClauseId the clause of the rate card; null where nothing could be rated, as are the agreement's parts
 * @param quoteId the approved quote; null where none is needed or none is approved
 * @param factsHash of what the source states; a published line whose entry states something else is reversed
 */
@Embeddable
record Grounds(
        UUID ticketId,
        UUID workItemId,
        LocalDate workDate,
        Instant workStartedAt,
        boolean late,
        String technicianId,
        String technicianName,
        String siteCode,
        String workType,
        String role,
        String ticketConnection,
        String ticketExternalId,
        String sourceConnection,
        String sourceExternalId,
        UUID rulingId,
        @Enumerated(EnumType.STRING) Verdict verdict,
        String item,
        String clauseId,
        String clauseTitle,
        String rateClauseId,
        UUID agreementId,
        Integer agreementVersion,
        String documentHash,
        String contentHash,
        UUID quoteId,
        String approvedBy,
        String approvedByLogin,
        String approvedBySubject,
        Instant approvedAt,
        String factsHash) {

    /** The same, under a later approval. */
    Grounds approvedBy(Approved approval) {
        Decider by = approval.by();
        return with(late, approval.quoteId(), by.name(), by.login(), by.subject(), approval.at());
    }

    /** The same, known after the cut-off of its date. */
    Grounds afterCutOff() {
        return with(true, quoteId, approvedBy, approvedByLogin, approvedBySubject, approvedAt);
    }

    private Grounds with(boolean known, UUID quote, String by, String login, String subject, Instant at) {
        return new Grounds(
                ticketId,
                workItemId,
                workDate,
                workStartedAt,
                known,
                technicianId,
                technicianName,
                siteCode,
                workType,
                role,
                ticketConnection,
                ticketExternalId,
                sourceConnection,
                sourceExternalId,
                rulingId,
                verdict,
                item,
                clauseId,
                clauseTitle,
                rateClauseId,
                agreementId,
                agreementVersion,
                documentHash,
                contentHash,
                quote,
                by,
                login,
                subject,
                at,
                factsHash);
    }
}
