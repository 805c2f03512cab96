package dev.remit.engines.ledger;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.money.Money;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.Verdict;
import java.util.List;

/**
 * A part of planned work of one band, or its trips, with what will be billed of it. Pieces that are the same for several
 * technicians are one.
 *
 * @param piece null for travel and for work that nothing prices
 * @param times for how many technicians it is the same
 * @param minutes billable minutes of each; 0 for travel
 * @param verdict what the ruling's cases say of it
 * @param clauses the clause that decides; where it is AMBIGUOUS those that disagree; none where nothing speaks of it
 * @param held why nothing of it can be billed; null for what will be billed
 * @param bills what will be billed for all of them; null while nobody can say: the contract does not speak of it, speaks in
 *     two ways, or nothing prices it
 * @param worth what all of them come to by the rate card, whoever pays for it; null where nothing prices it
 * @param arithmetic how that comes about; null where nothing prices it
 */
public record EstimatedPiece(
        LineKind kind,
        PieceKey piece,
        int times,
        long minutes,
        Verdict verdict,
        List<Clause> clauses,
        HeldReason held,
        Money bills,
        Money worth,
        String arithmetic) {

    /** Copies the list. */
    public EstimatedPiece {
        clauses = List.copyOf(clauses);
    }

    /** The band of its piece; null for none. */
    public Band band() {
        return piece == null ? null : piece.band();
    }

    /** The same piece for more technicians. */
    EstimatedPiece and(EstimatedPiece same) {
        return new EstimatedPiece(
                kind,
                piece,
                times + same.times,
                minutes,
                verdict,
                clauses,
                held,
                bills == null ? null : bills.plus(same.bills),
                worth == null ? null : worth.plus(same.worth),
                arithmetic);
    }

    /** The arithmetic of all of them. */
    EstimatedPiece inWords() {
        return times == 1 || arithmetic == null
                ? this
                : new EstimatedPiece(
                        kind,
                        piece,
                        times,
                        minutes,
                        verdict,
                        clauses,
                        held,
                        bills,
                        worth,
                        times + " × (" + arithmetic + ")");
    }
}
