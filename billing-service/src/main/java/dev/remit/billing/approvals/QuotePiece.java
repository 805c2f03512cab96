package dev.remit.billing.approvals;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.EstimatedPiece;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.PieceKey;
import dev.remit.engines.money.Money;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.Verdict;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "The part of a line that is of one band, its trips, or what is charged beside time: what the contract says of it"
                        + " and what will be billed")
public record QuotePiece(
        LineKind kind,

        @MayBeAbsent
        @Schema(
                description =
                        "Where the work is cut, because another version or another rate applies from there. Absent for what begins with it")
        Instant from,

        @MayBeAbsent @Schema(description = "Absent for trips and for work that nothing prices")
        Band band,

        @MayBeAbsent @Schema(description = "True where what the clause includes was used up before it; else absent")
        Boolean beyondVolume,

        @Schema(description = "For how many technicians it is the same", examples = "2")
        int times,

        @Schema(description = "Billable minutes of each; 0 for trips", examples = "540")
        long minutes,

        @MayBeAbsent @Schema(description = "Absent while there is no ruling")
        Verdict verdict,

        @Schema(description = "The clause that decides; where it is AMBIGUOUS those that disagree")
        List<PieceClause> clauses,

        @MayBeAbsent
        @Schema(
                description =
                        "Why nothing of it will be billed, or nobody can say what: INCLUDED, IN_PRICE, EXCLUDED; SILENT and AMBIGUOUS need a ruling;"
                                + " NO_RATE and others need to be mended. Absent for what will be billed")
        HeldReason held,

        @MayBeAbsent @Schema(description = "What will be billed for all of them; absent where nobody can say")
        MoneyJson amount,

        @MayBeAbsent
        @Schema(description = "What all of them come to by the rate card, whoever pays; absent where nothing prices it")
        MoneyJson worth,

        @MayBeAbsent @Schema(examples = "2 × (540 min × 150.00/h × 1.5)")
        String arithmetic) {

    /** Copies the list. */
    public QuotePiece {
        clauses = List.copyOf(clauses);
    }

    public record PieceClause(
            @Schema(examples = "4.2") String id,
            @MayBeAbsent String title) {

        static PieceClause of(Clause clause) {
            return new PieceClause(clause.id(), clause.title());
        }
    }

    static QuotePiece of(EstimatedPiece piece) {
        return new QuotePiece(
                piece.kind(),
                piece.piece() == null ? null : piece.piece().from(),
                piece.band(),
                beyondVolume(piece.piece()),
                piece.times(),
                piece.minutes(),
                piece.verdict(),
                piece.clauses().stream().map(PieceClause::of).toList(),
                piece.held(),
                json(piece.bills()),
                json(piece.worth()),
                piece.arithmetic());
    }

    /** True where what the clause includes was used up before a piece; else null. */
    public static Boolean beyondVolume(PieceKey piece) {
        return piece != null && piece.beyondVolume() ? Boolean.TRUE : null;
    }

    private static MoneyJson json(Money money) {
        return money == null ? null : MoneyJson.of(money);
    }

    /** Whether it is known what will be billed. */
    boolean isComplete() {
        return amount != null
                || held == HeldReason.INCLUDED
                || held == HeldReason.IN_PRICE
                || verdict == Verdict.EXCLUDED;
    }
}
