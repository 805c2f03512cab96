package dev.remit.billing.extras;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How a line stands, as others are told it.
 *
 * @param refersTo the published line that a follow-up or a reversal is of; null for a rated line
 * @param status of an {@link ExtraStatus}, or DROPPED where there is no such line any more
 * @param heldReason null unless it is held or included
 * @param workDate the local date of the work
 * @param clause that rules the work; null where none does
 * @param amount the full value; null where nothing could be rated
 * @param billed what of it is billed
 * @param overCap what of it is over the cap
 */
record ToldLine(
        UUID extraId,
        UUID ticketId,
        UUID workItemId,
        UUID clientId,
        UUID timeEntryId,
        Origin origin,
        UUID refersTo,
        LineKind kind,
        String status,
        HeldReason heldReason,
        LocalDate workDate,
        String item,
        ToldClause clause,
        Band band,
        long minutes,
        ToldMoney amount,
        ToldMoney billed,
        ToldMoney overCap,
        UUID quoteId) {

    private static final String DROPPED = "DROPPED";
    private static final String INCLUDED = ExtraStatus.INCLUDED.name();

    record ToldClause(String id, String title) {}

    /** As long as it may be. */
    record ToldMoney(String amount, String currency) {
        static ToldMoney of(Money money) {
            return money == null
                    ? null
                    : new ToldMoney(money.amount(), money.currency().code());
        }
    }

    static ToldLine of(Extra line) {
        return of(line, line.status().name());
    }

    static ToldLine dropped(Extra line) {
        return of(line, DROPPED);
    }

    private static ToldLine of(Extra line, String status) {
        FigureColumns figures = line.figures();
        LineBasis basis = line.basis();
        return new ToldLine(
                line.id(),
                basis.ticketId(),
                basis.workItemId(),
                line.clientId(),
                line.timeEntryId(),
                line.origin(),
                line.refersTo(),
                line.kind(),
                status,
                figures.heldReason(),
                basis.workDate(),
                basis.item(),
                basis.clauseId() == null ? null : new ToldClause(basis.clauseId(), basis.clauseTitle()),
                figures.band(),
                figures.minutes(),
                ToldMoney.of(figures.amount()),
                ToldMoney.of(figures.billed()),
                ToldMoney.of(figures.overCap()),
                basis.quoteId());
    }

    /** Whether it is, or may become, an amount that the client pays. */
    boolean isOfMoney() {
        return !status.equals(INCLUDED);
    }

    /** What the event is called that says so. */
    String type() {
        if (origin != Origin.RATED) {
            return "ExtraCorrected";
        }
        return switch (status) {
            case "OPEN" -> "ExtraRated";
            case "HELD" -> "ExtraHeld";
            default -> "ExtraCorrected";
        };
    }
}
