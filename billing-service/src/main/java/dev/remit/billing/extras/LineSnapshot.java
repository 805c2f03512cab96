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
record LineSnapshot(
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
        NamedClause clause,
        Band band,
        long minutes,
        StatedAmount amount,
        StatedAmount billed,
        StatedAmount overCap,
        UUID quoteId) {

    private static final String DROPPED = "DROPPED";
    private static final String INCLUDED = ExtraStatus.INCLUDED.name();

    record NamedClause(String id, String title) {}

    /** As long as it may be. */
    record StatedAmount(String amount, String currency) {
        static StatedAmount of(Money money) {
            return money == null
                    ? null
                    : new StatedAmount(money.amount(), money.currency().code());
        }
    }

    static LineSnapshot of(Extra line) {
        return of(line, line.status().name());
    }

    static LineSnapshot dropped(Extra line) {
        return of(line, DROPPED);
    }

    private static LineSnapshot of(Extra line, String status) {
        FigureColumns figures = line.figures();
        LineBasis basis = line.basis();
        return new LineSnapshot(
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
                basis.clauseId() == null ? null : new NamedClause(basis.clauseId(), basis.clauseTitle()),
                figures.band(),
                figures.minutes(),
                StatedAmount.of(figures.amount()),
                StatedAmount.of(figures.billed()),
                StatedAmount.of(figures.overCap()),
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
