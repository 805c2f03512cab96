package dev.remit.engines.replay;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.json.Json;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.CapRooms;
import dev.remit.engines.rating.RatedLine;
import java.time.Instant;
import java.util.Comparator;

/** An unpublished line as the last link that named it has it. */
final class UnpublishedLine {

    /** In which lines of one work item use its cap up: what is given back first, then the work in its order. */
    static final Comparator<UnpublishedLine> ALLOCATION = Comparator.comparing(
                    (UnpublishedLine line) -> !line.isReversal())
            .thenComparing(line -> line.start)
            .thenComparing(line -> line.entry)
            .thenComparing(line -> line.number)
            .thenComparing(line -> line.id);

    final String id;

    /** Empty for work that belongs to none. */
    final String workItem;

    final String refersTo;
    final ObjectNode stated;
    private final Origin origin;
    private final MinorUnits currency;
    private final Instant start;
    private final String entry;
    private final int number;
    private final HeldReason heldReason;
    private final String billed;

    /**
     * The full value; of a follow-up, the published line that it is of. Null where the inputs give none, and then the fault
     * says why.
     */
    private Figures value;

    /** Of a follow-up: what of the published line no follow-up has released before. */
    private long waiting;

    private InvalidInput fault;

    /** @throws InvalidInput if a member that places the line is missing */
    UnpublishedLine(StatedLine line, ObjectNode stated) {
        this.stated = stated;
        id = line.extraId();
        workItem = line.workItemId() == null ? "" : line.workItemId();
        origin = required(line.origin(), "origin");
        refersTo = line.refersTo();
        currency = MinorUnits.of(required(line.currency(), "currency"));
        start = required(line.start(), "start");
        entry = required(line.timeEntryId(), "timeEntryId");
        number = required(line.number(), "number");
        heldReason = line.heldReason();
        billed = required(line.billed(), "billed");
    }

    void isWorth(Figures full) {
        value = full;
        fault = null;
    }

    void isReleasedFrom(Figures published, long releasedBefore) {
        isWorth(published);
        waiting = published.overCapMinor() - releasedBefore;
    }

    void isWorthNothing(InvalidInput why) {
        fault = why;
    }

    /**
     * What of it is billed, by what its cap has left when its turn comes.
     *
     * @throws InvalidInput where the inputs give no value
     */
    Figures billed(CapRooms<String> rooms) {
        if (fault != null) {
            throw fault;
        }
        if (isReversal()) {
            rooms.giveBack(workItem, -value.billedMinor());
            return value;
        }
        if (isFollowUp()) {
            return value.released(rooms.bill(workItem, waiting));
        }
        return isHeld() ? value.held(null) : value.billed(rooms.bill(workItem, value.amountMinor()));
    }

    boolean isReversal() {
        return origin == Origin.REVERSAL;
    }

    boolean isFollowUp() {
        return origin == Origin.FOLLOW_UP;
    }

    /** Held for another reason than the cap. */
    boolean isHeld() {
        return heldReason != null && heldReason != HeldReason.OVER_CAP;
    }

    /** The figures of a rated line before any cap. */
    Figures figures(RatedLine rated, StatedLine line) {
        return Figures.of(rated, line.piece(), line.share(), number);
    }

    /** The figures of a line for what is charged beside time, before any cap. */
    Figures figures(StatedLine line) {
        LineKind kind = LineKind.valueOf(required(line.kind(), "kind"));
        Band band = line.band() == null ? null : Band.valueOf(line.band());
        return Figures.of(line.charge().in(kind, currency), band, number);
    }

    /** The figures of the surcharge for a rated line, before any cap. */
    Figures surcharge(RatedLine rated, StatedLine line) {
        return Figures.surcharge(rated, line.piece(), line.share(), number);
    }

    /** What the line says of itself, until it is computed otherwise. */
    long statedBilled() {
        return currency.parse(billed);
    }

    /** The line as it would read with these figures. */
    ObjectNode with(Figures figures) {
        ObjectNode values = Json.copy(stated);
        values.put("minutes", figures.minutes());
        values.put("amount", currency.format(figures.amountMinor()));
        values.put("billed", currency.format(figures.billedMinor()));
        values.put("overCap", currency.format(figures.overCapMinor()));
        values.put("arithmetic", figures.arithmetic());
        if (!isHeld()) {
            values.remove("heldReason");
            if (figures.heldReason() != null) {
                values.put("heldReason", figures.heldReason().name());
            }
        }
        return values;
    }
}
