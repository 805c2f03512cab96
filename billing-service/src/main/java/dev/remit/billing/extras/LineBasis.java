package dev.remit.billing.extras;

import dev.remit.billing.approvals.Decider;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Ruling;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.ledger.ApprovedQuote;
import dev.remit.engines.ledger.Basis;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.scope.CaseAgreement;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.Verdict;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a line rests on: the time entry, the ruling, the signed version that prices it, the approval.
 *
 * @param late what it says became known after the cut-off of its date
 * @param verdict of this piece of the work; null while there is no ruling
 * @param clauseId the clause that rules it; null where none does
 * @param clauseAgreementId the agreement that the clause is from, which may be an addendum that its master prices; null where
 *     none rules
 * @param ground why a person has the work treated so, whatever clauses say; null where a clause rules
 * @param rateClauseId the clause that says what it costs: of the rate card, or of the rule that has a price; null where nothing could be rated, as are the agreement's parts
 * @param quoteId the approved quote; null where none is needed or none is approved
 * @param factsHash of what the source states; a published line whose entry states something else is reversed
 */
@Embeddable
record LineBasis(
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
        UUID clauseAgreementId,
        Integer clauseAgreementVersion,
        @Enumerated(EnumType.STRING) TreatmentByHand.Ground ground,
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

    /**
     * An entry and its ruling as they are.
     *
     * @param kind of the line
     * @param ruling null while there is none
     * @param by who approved the quote; null where none is approved
     */
    static LineBasis of(LineKind kind, Entry entry, Ruling ruling, Basis.Present present, Decider by) {
        Optional<Ruling> ruled = Optional.ofNullable(ruling);
        Optional<Judgement> judged = Optional.ofNullable(present.judgement());
        Optional<RulingCase> first =
                judged.flatMap(any -> any.speaking().stream().findFirst());
        Optional<Clause> clause = first.map(RulingCase::clause);
        Optional<CaseAgreement> ofClause = clause.flatMap(any -> first.map(RulingCase::agreement));
        Optional<SignedVersion> priced = Optional.ofNullable(present.pricedBy());
        Optional<ApprovedQuote> approval = Optional.ofNullable(present.approval());
        Optional<Decider> decider = Optional.ofNullable(by);
        return new LineBasis(
                entry.ticketId(),
                entry.workItemId(),
                entry.workDate(),
                entry.startedAt(),
                present.late(),
                entry.technicianId(),
                entry.technicianName(),
                entry.siteCode(),
                entry.workType(),
                entry.role(),
                ruled.map(Ruling::connection).orElse(null),
                ruled.map(Ruling::externalId).orElse(null),
                entry.sourceConnection(),
                entry.sourceExternalId(),
                ruled.map(Ruling::rulingId).orElse(null),
                judged.map(Judgement::verdict).orElse(null),
                ruled.map(Ruling::item).orElse(null),
                clause.map(Clause::id).orElse(null),
                clause.map(Clause::title).orElse(null),
                ofClause.map(CaseAgreement::agreementId).orElse(null),
                ofClause.map(CaseAgreement::version).orElse(null),
                first.map(RulingCase::ground).orElse(null),
                kind.isCharge()
                        ? clause.map(Clause::id).orElse(null)
                        : priced.map(SignedVersion::rateClause).orElse(null),
                priced.map(SignedVersion::agreementId).orElse(null),
                priced.map(SignedVersion::version).orElse(null),
                priced.map(SignedVersion::documentHash).orElse(null),
                priced.map(SignedVersion::contentHash).orElse(null),
                approval.map(ApprovedQuote::quoteId).orElse(null),
                decider.map(Decider::name).orElse(null),
                decider.map(Decider::login).orElse(null),
                decider.map(Decider::subject).orElse(null),
                approval.map(ApprovedQuote::approvedAt).orElse(null),
                entry.factsHash());
    }

    /** The same, under a later approval. */
    LineBasis approvedBy(ApprovedQuote approval, Decider by) {
        return with(late, approval.quoteId(), by.name(), by.login(), by.subject(), approval.approvedAt());
    }

    /** The same, known after the cut-off of its date. */
    LineBasis afterCutOff() {
        return with(true, quoteId, approvedBy, approvedByLogin, approvedBySubject, approvedAt);
    }

    private LineBasis with(boolean known, UUID quote, String by, String login, String subject, Instant at) {
        return new LineBasis(
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
                clauseAgreementId,
                clauseAgreementVersion,
                ground,
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
