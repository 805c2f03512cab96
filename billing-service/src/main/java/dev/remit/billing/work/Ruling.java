package dev.remit.billing.work;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.WorkItemRuling;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.SilentReason;
import dev.remit.engines.scope.Verdict;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The ruling in force for one work item, with the ticket it belongs to.
 *
 * @param title null where the ticket is confidential
 * @param verdict the headline: of the work as it is planned, else of work in business hours
 * @param plannedBand when the work is planned; null where no date for it is agreed
 * @param cases what clauses say of each piece of work; none where none speaks
 * @param quantity how many units staff have counted, for a price by the unit; null while nobody has
 * @param agreementId null where no agreement covers the work, as are the agreement's other parts
 * @param reason why it is SILENT, in a word; null for every other verdict
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
        @Enumerated(EnumType.STRING) Band plannedBand,
        String rulingStatus,
        String item,

        @Convert(converter = RulingCasesColumn.class) @Column(columnDefinition = "mediumblob")
        RulingCases cases,

        Long quantity,
        UUID agreementId,
        Integer agreementVersion,
        String documentHash,
        String contentHash,
        String reason,
        Instant ruledAt) {

    /** Whether the work that is asked for has to be approved, whatever else is done. */
    public boolean needsApproval() {
        return headline().filter(Ruling::toBeApproved).isPresent();
    }

    /** Whether some work on the item has to be approved. */
    public boolean canNeedApproval() {
        return caseToApprove().isPresent();
    }

    /** The case that an approver is asked about: the headline's, else the narrowest that has to be approved. */
    public Optional<RulingCase> caseToApprove() {
        return Stream.concat(headline().stream(), cases.all().stream())
                .filter(Ruling::toBeApproved)
                .findFirst();
    }

    private Optional<RulingCase> headline() {
        return Optional.ofNullable(
                cases.judge(new PieceOfWork(plannedBand, null, null)).decided());
    }

    private static boolean toBeApproved(RulingCase candidate) {
        return candidate.canNeedApproval();
    }

    /** Whether lines come out the same under another ruling of the work item: it was frozen, or its ticket renamed. */
    boolean bindsAs(Ruling other) {
        return ticketId.equals(other.ticketId)
                && Objects.equals(clientId, other.clientId)
                && rulingId.equals(other.rulingId)
                && verdict == other.verdict
                && cases.equals(other.cases)
                && Objects.equals(quantity, other.quantity)
                && Objects.equals(reason, other.reason)
                && Objects.equals(connection, other.connection)
                && Objects.equals(externalId, other.externalId)
                && Objects.equals(item, other.item)
                && Objects.equals(documentHash, other.documentHash);
    }

    /** What the ledger needs of it. */
    public WorkItemRuling forLedger() {
        return new WorkItemRuling(cases, silentReason(), documentHash, quantity);
    }

    /** Null for a reason that only tickets-service knows. */
    private SilentReason silentReason() {
        return Arrays.stream(SilentReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .orElse(null);
    }

    /** How people name the ticket, such as {@code cw/70123}. */
    public String ticketName() {
        return connection + "/" + externalId;
    }
}
