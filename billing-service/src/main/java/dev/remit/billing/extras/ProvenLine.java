package dev.remit.billing.extras;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.Charge;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.ledger.VolumeShare;
import dev.remit.engines.money.MinorUnits;
import java.time.Instant;
import java.util.UUID;

/**
 * A line as a link of evidence says it.
 *
 * @param change what became of it
 * @param refersTo the published line that a follow-up or a reversal is of
 * @param charge what is charged beside time; null elsewhere, and where an earlier link has its value
 * @param alone the place of its work among the link's cases; null where an earlier link has its value
 * @param group the same among the groups
 */
record ProvenLine(
        UUID extraId,
        LineEvent change,
        UUID timeEntryId,
        Instant start,
        UUID workItemId,
        Origin origin,
        UUID refersTo,
        LineKind kind,
        @JsonUnwrapped Value value,
        @JsonUnwrapped Ground ground,
        ProvenCharge charge,
        @JsonProperty("case") Integer alone,
        Integer group) {

    /** What it comes to: amounts are decimal text, null where nothing could be rated. */
    record Value(
            int number,
            Band band,
            Instant from,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean beyondVolume,
            VolumeShare share,
            long minutes,
            HeldReason heldReason,
            String arithmetic,
            String currency,
            String amount,
            String billed,
            String overCap) {

        static Value of(FigureColumns figures) {
            MinorUnits currency = figures.currency() == null ? null : MinorUnits.of(figures.currency());
            return new Value(
                    figures.lineNumber(),
                    figures.band(),
                    figures.cutFrom(),
                    figures.beyondVolume(),
                    figures.share(),
                    figures.minutes(),
                    figures.heldReason(),
                    figures.arithmetic(),
                    figures.currency(),
                    currency == null ? null : currency.format(figures.amountMinor()),
                    currency == null ? null : currency.format(figures.billedMinor()),
                    currency == null ? null : currency.format(figures.overCapMinor()));
        }
    }

    /** What it rests on. */
    record Ground(
            UUID rulingId, String clause, String rateClause, String documentHash, UUID quoteId, String factsHash) {

        static Ground of(LineBasis basis) {
            return new Ground(
                    basis.rulingId(),
                    basis.clauseId(),
                    basis.rateClauseId(),
                    basis.documentHash(),
                    basis.quoteId(),
                    basis.factsHash());
        }
    }

    /** What is charged beside time: its price is decimal text. */
    record ProvenCharge(String price, long quantity, String unit) {

        static ProvenCharge of(Charge charge) {
            return charge == null ? null : new ProvenCharge(charge.price().amount(), charge.quantity(), charge.unit());
        }
    }

    static ProvenLine of(Extra line, LineEvent change, Charge charge, Integer alone, Integer group) {
        return new ProvenLine(
                line.id(),
                change,
                line.timeEntryId(),
                line.basis().workStartedAt(),
                line.basis().workItemId(),
                line.origin(),
                line.refersTo(),
                line.kind(),
                Value.of(line.figures()),
                Ground.of(line.basis()),
                ProvenCharge.of(charge),
                alone,
                group);
    }
}
