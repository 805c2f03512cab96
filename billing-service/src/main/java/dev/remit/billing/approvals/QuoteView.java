package dev.remit.billing.approvals;

import dev.remit.billing.approvals.RecordedWork.Recorded;
import dev.remit.billing.clients.Clients.ClientName;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Quote", description = "An estimate with a cap, for one work item, that one named approver decides.")
public record QuoteView(
        UUID id,

        @Schema(description = "The first quote of its work item, or one that asks for more room after it")
        QuoteKind kind,

        QuoteStatus status,
        @MayBeAbsent @Schema(examples = "whitfield-crane") String clientCode,
        UUID ticketId,
        UUID workItemId,

        @Schema(description = "What the work is, in the approver's words")
        String summary,

        QuoteRuling ruling,

        @MayBeAbsent
        @Schema(
                description =
                        "What it is for, line by line; kept as it is from when the quote is sent. Absent in lists")
        List<QuoteLine> lines,

        @MayBeAbsent @Schema(description = "Minutes of everybody in all lines; absent without lines", examples = "1080")
        Long estimateMinutes,

        @MayBeAbsent
        @Schema(description = "The plain hourly rate; absent where the rate card has none for the ruling's work type")
        MoneyJson hourlyRate,

        @MayBeAbsent
        @Schema(description = "What the lines come to, before tax; absent where nobody can say of any of them")
        MoneyJson estimate,

        @MayBeAbsent @Schema(description = "The tax on it") MoneyJson estimateTax,

        @MayBeAbsent @Schema(description = "The estimate with tax")
        MoneyJson estimateWithTax,

        @Schema(description = "Whether the estimate is of all lines: each is ruled on and has a price")
        boolean estimateComplete,

        @MayBeAbsent @Schema(description = "The most that is billed under this quote, before tax")
        MoneyJson cap,

        @MayBeAbsent @Schema(description = "The most that is billed under this quote, with tax")
        MoneyJson capWithTax,

        @MayBeAbsent @Schema(description = "Who said that the cap may be below the estimate; absent where it is not")
        CapBelowEstimate capBelowEstimate,

        @MayBeAbsent @Schema(examples = "8.875") String taxRatePercent,

        @Schema(description = "What happens if the approver declines")
        String ifDeclined,

        @MayBeAbsent
        @Schema(
                description =
                        "Work that was recorded before the quote was sent; approving the quote approves it too. In a draft,"
                                + " what there is now. Absent in lists")
        List<QuotedWork> earlierWork,

        @MayBeAbsent QuoteApprover approver,

        @MayBeAbsent
        @Schema(
                description =
                        "Since when nobody can decide it: whom it was sent to is no approver any more and has no deputy."
                                + " Withdraw it or send it to somebody else.")
        Instant needsApproverSince,

        Instant createdAt,
        @MayBeAbsent Instant sentAt,

        @MayBeAbsent
        @Schema(description = "When it can no longer be decided, and when its rates end if it was approved")
        Instant expiresAt,

        @MayBeAbsent
        @Schema(
                description =
                        "SHA-256 of what the approver is shown: GET …/quotes/{id}/shown. Absent until the quote is sent")
        String shownHash,

        @MayBeAbsent QuoteDecision decision) {

    private static final String IF_DECLINED =
            "The work is not done under this quote. Time already spent on it stays on hold and is not billed.";

    @Schema(description = "That somebody of the MSP knows that the cap is below the estimate")
    public record CapBelowEstimate(
            @Schema(description = "Who said so") String confirmedBy,
            @Schema(examples = "desk") String login,
            Instant confirmedAt) {

        private static CapBelowEstimate of(Quote quote) {
            CapConfirmation confirmed = quote.price().capConfirmation();
            return confirmed == null || !quote.price().isCapBelowEstimate()
                    ? null
                    : new CapBelowEstimate(confirmed.name(), confirmed.login(), confirmed.at());
        }
    }

    @Schema(description = "A time entry from before the quote was sent")
    public record QuotedWork(
            UUID timeEntryId,

            @Schema(description = "The local date of the work")
            LocalDate date,

            @MayBeAbsent Instant start,
            @Schema(description = "Who did it") String technician,
            long minutes,

            @MayBeAbsent @Schema(description = "What it comes to; absent where it cannot be rated yet")
            MoneyJson amount) {

        private static QuotedWork of(Recorded recorded) {
            return new QuotedWork(
                    recorded.timeEntryId(),
                    recorded.date(),
                    recorded.startedAt(),
                    recorded.technicianName(),
                    recorded.minutes(),
                    recorded.amount() == null ? null : MoneyJson.of(recorded.amount()));
        }
    }

    @Schema(description = "Whom the quote is addressed to")
    public record QuoteApprover(
            String name,
            @MayBeAbsent String email,

            @MayBeAbsent @Schema(description = "The name they log in with", examples = "partner")
            String login) {

        static QuoteApprover of(AddressedApprover approver) {
            return approver == null ? null : new QuoteApprover(approver.name(), approver.email(), approver.login());
        }
    }

    @Schema(description = "The scope ruling that the quote is bound to, and the signed version that prices it")
    public record QuoteRuling(
            UUID rulingId,

            @MayBeAbsent @Schema(description = "Code of the catalogue item", examples = "office-move")
            String item,

            @MayBeAbsent QuoteClause clause,
            @MayBeAbsent UUID agreementId,
            @MayBeAbsent Integer agreementVersion,

            @Schema(description = "SHA-256 of the published document")
            String documentHash,

            @MayBeAbsent @Schema(description = "SHA-256 of what both parties signed")
            String contentHash) {}

    public record QuoteClause(
            @Schema(examples = "4.2") String id,
            @MayBeAbsent String title,
            @MayBeAbsent String text) {}

    @Schema(description = "How the quote ended; absent while it is a draft or waits for a decision")
    public record QuoteDecision(
            @Schema(description = "APPROVED, DECLINED, EXPIRED or WITHDRAWN")
            QuoteStatus decision,

            Instant decidedAt,
            @MayBeAbsent QuoteDecider by,

            @MayBeAbsent @Schema(description = "The name that the decider typed")
            String typedName,

            @MayBeAbsent @Schema(description = "SHA-256 of what was approved or declined")
            String shownHash,

            @MayBeAbsent @Schema(description = "Why it was declined or withdrawn")
            String reason) {}

    @Schema(
            description =
                    "Who decided: the name and e-mail of the client's list, and the account that the verified token named")
    public record QuoteDecider(
            String name,
            @MayBeAbsent String email,

            @MayBeAbsent @Schema(description = "The name they log in with", examples = "partner")
            String login,

            @MayBeAbsent @Schema(description = "The id of their account at the identity server")
            String subject,

            @MayBeAbsent @Schema(examples = "client-approver")
            String role,

            @MayBeAbsent @Schema(examples = "API") String method) {

        static QuoteDecider of(Decider decider) {
            return decider == null
                    ? null
                    : new QuoteDecider(
                            decider.name(),
                            decider.email(),
                            decider.login(),
                            decider.subject(),
                            decider.role(),
                            decider.method());
        }
    }

    /** As a list shows it. */
    static QuoteView of(Quote quote, ClientName client) {
        return of(quote, client, null);
    }

    /** @param earlier what the quote shows of work from before it; null to leave it out */
    static QuoteView of(Quote quote, ClientName client, List<Recorded> earlier) {
        QuoteTerms terms = quote.terms();
        QuoteSums sums = QuoteSums.of(quote);
        return new QuoteView(
                quote.id(),
                quote.kind(),
                quote.status(),
                client == null ? null : client.code(),
                quote.ticketId(),
                quote.workItemId(),
                quote.summary(),
                ruling(terms),
                earlier == null ? null : quote.lines().all(),
                quote.lines().minutes(),
                QuoteSums.money(terms.hourlyMinor(), terms),
                sums.estimate(),
                sums.estimateTax(),
                sums.estimateWithTax(),
                quote.lines().isComplete(),
                sums.cap(),
                sums.capWithTax(),
                CapBelowEstimate.of(quote),
                terms.taxRatePercent(),
                IF_DECLINED,
                earlier == null ? null : earlier.stream().map(QuotedWork::of).toList(),
                QuoteApprover.of(quote.approver()),
                quote.status() == QuoteStatus.SENT ? quote.approver().goneAt() : null,
                quote.createdAt(),
                quote.sentAt(),
                quote.expiresAt(),
                quote.shownHash(),
                decision(quote));
    }

    private static QuoteRuling ruling(QuoteTerms terms) {
        return new QuoteRuling(
                terms.rulingId(),
                terms.item(),
                terms.clauseId() == null
                        ? null
                        : new QuoteClause(terms.clauseId(), terms.clauseTitle(), terms.clauseText()),
                terms.agreementId(),
                terms.agreementVersion(),
                terms.documentHash(),
                terms.contentHash());
    }

    private static QuoteDecision decision(Quote quote) {
        QuoteOutcome outcome = quote.outcome();
        return outcome == null
                ? null
                : new QuoteDecision(
                        quote.status(),
                        outcome.at(),
                        QuoteDecider.of(outcome.by()),
                        outcome.typedName(),
                        outcome.shownHash(),
                        outcome.reason());
    }
}
