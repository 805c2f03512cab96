package dev.remit.billing.extras;

import dev.remit.billing.clients.Clients.ClientName;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.money.Money;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.Verdict;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Extra",
        description =
                "One rated line of out-of-scope work, with everything that it rests on. What is billed and what is"
                        + " over the cap add up to the amount, unless the line is held.")
public record ExtraView(
        UUID id,
        ExtraStatus status,

        @MayBeAbsent @Schema(description = "Only of a held line, and of one of included work")
        HeldReason heldReason,

        LineKind kind,
        Origin origin,

        @MayBeAbsent @Schema(description = "The published line that this is a follow-up or a reversal of")
        UUID refersTo,

        @MayBeAbsent @Schema(examples = "whitfield-crane") String clientCode,
        UUID ticketId,

        @MayBeAbsent @Schema(description = "The ticket where it came from")
        ExternalKey ticket,

        @MayBeAbsent UUID workItemId,

        @Schema(description = "Local date of the work, at the site")
        LocalDate workDate,

        @Schema(description = "Known only after the cut-off of its date")
        boolean late,

        Technician technician,
        @MayBeAbsent String siteCode,
        @MayBeAbsent @Schema(examples = "ONSITE") String workType,
        @MayBeAbsent String role,

        @MayBeAbsent
        @Schema(
                description =
                        "Where its entry is cut, because another version, another rate or another count of included hours applies from there;"
                                + " absent for what begins with it")
        Instant from,

        @MayBeAbsent @Schema(description = "When the work was done; absent for travel")
        Band band,

        @MayBeAbsent @Schema(description = "True where what the clause includes was used up before it; else absent")
        Boolean beyondVolume,

        @Schema(description = "Billable minutes in that band", examples = "540")
        long minutes,

        @MayBeAbsent @Schema(description = "The full value; absent where nothing could be rated")
        MoneyJson amount,

        @MayBeAbsent @Schema(description = "What of it is billed")
        MoneyJson billed,

        @MayBeAbsent @Schema(description = "What of it was over the approved cap")
        MoneyJson overCap,

        @MayBeAbsent @Schema(description = "What of that later approvals released, in lines of its own")
        MoneyJson overCapReleased,

        @MayBeAbsent @Schema(examples = "540 min × 150.00/h × 1.5")
        String arithmetic,

        @MayBeAbsent @Schema(description = "The scope ruling")
        RulingRef ruling,

        @MayBeAbsent @Schema(description = "The signed version that prices the line")
        PricedBy pricedBy,

        @MayBeAbsent ApprovalRef approval,

        @Schema(description = "The time entry behind it, and its key where it came from")
        EntryRef timeEntry,

        @MayBeAbsent @Schema(description = "Its place in the finance feed, for good")
        Long position,

        @MayBeAbsent Instant lockedAt,

        @MayBeAbsent @Schema(description = "Number of its export batch")
        Long batch,

        @MayBeAbsent @Schema(description = "Finance's reference")
        String acknowledgement,

        @MayBeAbsent Instant acknowledgedAt,

        @MayBeAbsent @Schema(description = "The line that reverses this one")
        UUID reversedBy) {

    @Schema(description = "An object of a connected system")
    public record ExternalKey(
            @Schema(examples = "cw") String connection,
            @Schema(examples = "70123") String externalId) {}

    @Schema(name = "ExtraTechnician")
    public record Technician(String id, String name) {}

    @Schema(name = "ExtraRuling")
    public record RulingRef(
            UUID rulingId,
            Verdict verdict,
            @MayBeAbsent String item,
            @MayBeAbsent ClauseRef clause,

            @MayBeAbsent
            @Schema(
                    description =
                            "Why a person has the work treated so, whatever clauses say; absent where a clause rules")
            TreatmentByHand.Ground ground) {

        static RulingRef of(LineBasis basis) {
            return new RulingRef(basis.rulingId(), basis.verdict(), basis.item(), ClauseRef.of(basis), basis.ground());
        }
    }

    @Schema(name = "ExtraClause")
    public record ClauseRef(
            @Schema(examples = "4.2") String id,
            @MayBeAbsent String title,

            @MayBeAbsent
            @Schema(
                    description =
                            "The agreement that the clause is from: an addendum may rule work that its master prices")
            UUID agreementId,

            @MayBeAbsent @Schema(description = "Its version")
            Integer agreementVersion) {

        static ClauseRef of(LineBasis basis) {
            return basis.clauseId() == null
                    ? null
                    : new ClauseRef(
                            basis.clauseId(),
                            basis.clauseTitle(),
                            basis.clauseAgreementId(),
                            basis.clauseAgreementVersion());
        }
    }

    @Schema(description = "A signed version of an agreement")
    public record PricedBy(
            UUID agreementId,
            int version,

            @MayBeAbsent @Schema(description = "Clause of the rate card", examples = "6.1")
            String rateClause,

            @Schema(description = "SHA-256 of the published document")
            String documentHash,

            @Schema(description = "SHA-256 of what both parties signed")
            String contentHash) {}

    @Schema(name = "ExtraApproval", description = "Who allowed it")
    public record ApprovalRef(
            UUID quoteId,
            @MayBeAbsent String by,

            @MayBeAbsent @Schema(description = "The name they log in with", examples = "partner")
            String login,

            @MayBeAbsent @Schema(description = "The id of their account at the identity server")
            String subject,

            @MayBeAbsent Instant at) {}

    @Schema(name = "ExtraTimeEntry")
    public record EntryRef(UUID id, String connection, String externalId) {}

    static ExtraView of(Extra line, ClientName client) {
        FigureColumns figures = line.figures();
        LineBasis basis = line.basis();
        return new ExtraView(
                line.id(),
                line.status(),
                figures.heldReason(),
                line.kind(),
                line.origin(),
                line.refersTo(),
                client == null ? null : client.code(),
                basis.ticketId(),
                basis.ticketExternalId() == null
                        ? null
                        : new ExternalKey(basis.ticketConnection(), basis.ticketExternalId()),
                basis.workItemId(),
                basis.workDate(),
                basis.late(),
                new Technician(basis.technicianId(), basis.technicianName()),
                basis.siteCode(),
                basis.workType(),
                basis.role(),
                figures.cutFrom(),
                figures.band(),
                figures.beyondVolume() ? Boolean.TRUE : null,
                figures.minutes(),
                money(figures.amountMinor(), figures),
                money(figures.billedMinor(), figures),
                money(figures.overCapMinor(), figures),
                money(line.releasedMinor(), figures),
                figures.arithmetic(),
                basis.rulingId() == null ? null : RulingRef.of(basis),
                pricedBy(basis),
                basis.quoteId() == null
                        ? null
                        : new ApprovalRef(
                                basis.quoteId(),
                                basis.approvedBy(),
                                basis.approvedByLogin(),
                                basis.approvedBySubject(),
                                basis.approvedAt()),
                new EntryRef(line.timeEntryId(), basis.sourceConnection(), basis.sourceExternalId()),
                line.position(),
                line.lockedAt(),
                line.batchNumber(),
                line.acknowledgement(),
                line.acknowledgedAt(),
                line.reversedBy());
    }

    private static MoneyJson money(Long minor, FigureColumns figures) {
        return minor == null || figures.currency() == null ? null : MoneyJson.of(Money.of(minor, figures.currency()));
    }

    private static PricedBy pricedBy(LineBasis basis) {
        return basis.documentHash() == null
                ? null
                : new PricedBy(
                        basis.agreementId(),
                        basis.agreementVersion(),
                        basis.rateClauseId(),
                        basis.documentHash(),
                        basis.contentHash());
    }
}
