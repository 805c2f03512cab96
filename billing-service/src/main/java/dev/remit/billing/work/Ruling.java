package dev.remit.billing.work;

import dev.remit.engines.ledger.WorkItemRuling;
import dev.remit.engines.scope.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The ruling in force for one work item, with the ticket it belongs to.
 *
 * @param title null where the ticket is confidential
 * @param clauseId null where no clause speaks, as are the clause's and the agreement's other parts
 * @param estimateMinutes null where the clause estimates nothing
 */
@Embeddable
public record Ruling(
        UUID ticketId,
        UUID clientId,
        String connection,
        String externalId,
        String title,
        boolean confidential,
        UUID rulingId,
        int sequence,
        @Enumerated(EnumType.STRING) Verdict verdict,
        String rulingStatus,
        String item,
        String clauseId,
        String clauseTitle,
        @Column(columnDefinition = "mediumtext") String clauseText,
        UUID agreementId,
        Integer agreementVersion,
        String documentHash,
        String contentHash,
        boolean approvalRequired,
        String workType,
        Integer estimateMinutes,
        String reason,
        Instant ruledAt) {

    public boolean needsApproval() {
        return verdict == Verdict.EXTRA && approvalRequired;
    }

    /** Whether lines come out the same under another ruling of the work item: it was frozen, or its ticket renamed. */
    boolean bindsAs(Ruling other) {
        return ticketId.equals(other.ticketId)
                && Objects.equals(clientId, other.clientId)
                && rulingId.equals(other.rulingId)
                && verdict == other.verdict
                && approvalRequired == other.approvalRequired
                && Objects.equals(connection, other.connection)
                && Objects.equals(externalId, other.externalId)
                && Objects.equals(item, other.item)
                && Objects.equals(clauseId, other.clauseId)
                && Objects.equals(clauseTitle, other.clauseTitle)
                && Objects.equals(documentHash, other.documentHash);
    }

    /** What the ledger needs of it. */
    public WorkItemRuling forLedger() {
        return new WorkItemRuling(verdict, approvalRequired, documentHash);
    }

    /** How people name the ticket, such as {@code cw/70123}. */
    public String ticketName() {
        return connection + "/" + externalId;
    }
}
