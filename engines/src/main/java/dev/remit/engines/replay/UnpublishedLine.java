package dev.remit.engines.replay;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.CapRooms;
import dev.remit.engines.rating.RatedLine;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

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

    final String origin;
    final String refersTo;
    final Object stated;
    private final JsonCursor line;
    private final MinorUnits currency;
    private final Instant start;
    private final String entry;
    private final int number;
    private final String heldReason;

    /**
     * The full value; of a follow-up, the published line that it is of. Null where the inputs give none, and then the fault
     * says why.
     */
    private Figures value;

    /** Of a follow-up: what of the published line no follow-up has released before. */
    private long waiting;

    private InvalidInput fault;

    /** @throws InvalidInput if a member that places the line is missing */
    UnpublishedLine(JsonCursor line) {
        this.line = line;
        id = line.member("extraId").text();
        workItem = line.member("workItemId").or(JsonCursor::text, "");
        origin = line.member("origin").text();
        refersTo = line.member("refersTo").optional(JsonCursor::text);
        currency = MinorUnits.of(line.member("currency").text());
        start = line.member("start").instant();
        entry = line.member("timeEntryId").text();
        number = (int) line.member("number").whole(0, Integer.MAX_VALUE);
        heldReason = line.member("heldReason").optional(JsonCursor::text);
        stated = line.value();
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
        return origin.equals(Origin.REVERSAL.name());
    }

    boolean isFollowUp() {
        return origin.equals(Origin.FOLLOW_UP.name());
    }

    /** Held for another reason than the cap. */
    boolean isHeld() {
        return heldReason != null && !heldReason.equals(HeldReason.OVER_CAP.name());
    }

    /** The figures of a rated line before any cap. */
    Figures figures(RatedLine rated) {
        return new Figures(
                rated.band(),
                number,
                rated.minutes(),
                currency.code(),
                rated.amountMinor(),
                0,
                0,
                rated.arithmetic(),
                null);
    }

    /** What the line says of itself, until it is computed otherwise. */
    long statedBilled() {
        return currency.parse(line.member("billed").text());
    }

    /** The line as it would read with these figures. */
    Map<String, Object> with(Figures figures) {
        Map<String, Object> values = Findings.values(line);
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
