package dev.remit.engines.replay;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.money.MinorUnits;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/** An unpublished line as the last link that named it has it. */
final class StandingLine {

    /** In which lines of one work item use its cap up: what is given back first, then the work in its order. */
    static final Comparator<StandingLine> ALLOCATION = Comparator.comparing((StandingLine line) -> !line.isReversal())
            .thenComparing(line -> line.start)
            .thenComparing(line -> line.entry)
            .thenComparing(line -> line.number)
            .thenComparing(line -> line.id);

    private static final String OVER_CAP = "OVER_CAP";

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
    private final long number;
    private final String heldReason;

    /** The full value; null where the inputs give none, and then the fault says why. */
    private Figures value;

    private InvalidInput fault;

    /** What a line comes to, in minor units. */
    record Figures(long minutes, long amount, long billed, long overCap, String arithmetic) {

        Figures billedWithin(long room) {
            long within = Math.min(amount, room);
            return new Figures(minutes, amount, within, amount - within, arithmetic);
        }

        Figures held() {
            return new Figures(minutes, amount, 0, 0, arithmetic);
        }

        Figures negated() {
            return new Figures(-minutes, -amount, -billed, -overCap, null);
        }
    }

    /** @throws InvalidInput if a member that places the line is missing */
    StandingLine(JsonCursor line) {
        this.line = line;
        id = line.member("extraId").text();
        workItem = line.member("workItemId").or(JsonCursor::text, "");
        origin = line.member("origin").text();
        refersTo = line.member("refersTo").optional(JsonCursor::text);
        currency = MinorUnits.of(line.member("currency").text());
        start = line.member("start").instant();
        entry = line.member("timeEntryId").text();
        number = line.member("number").whole(0, Integer.MAX_VALUE);
        heldReason = line.member("heldReason").optional(JsonCursor::text);
        stated = line.value();
    }

    void isWorth(Figures full) {
        value = full;
        fault = null;
    }

    void isWorthNothing(InvalidInput why) {
        fault = why;
    }

    /** @throws InvalidInput where the inputs give none */
    Figures value() {
        if (fault != null) {
            throw fault;
        }
        return value;
    }

    boolean isReversal() {
        return origin.equals("REVERSAL");
    }

    boolean isFollowUp() {
        return origin.equals("FOLLOW_UP");
    }

    /** Held for another reason than the cap. */
    boolean isHeld() {
        return heldReason != null && !heldReason.equals(OVER_CAP);
    }

    /** What the line says of itself, until it is computed otherwise. */
    long statedBilled() {
        return currency.parse(line.member("billed").text());
    }

    /** The line as it would read with these figures. */
    Map<String, Object> with(Figures figures) {
        Map<String, Object> values = Findings.values(line);
        values.put("minutes", figures.minutes());
        values.put("amount", currency.format(figures.amount()));
        values.put("billed", currency.format(figures.billed()));
        values.put("overCap", currency.format(figures.overCap()));
        if (figures.arithmetic() != null) {
            values.put("arithmetic", figures.arithmetic());
        }
        if (origin.equals("RATED") && !isHeld()) {
            values.remove("heldReason");
            if (figures.billed() == 0 && figures.amount() > 0) {
                values.put("heldReason", OVER_CAP);
            }
        }
        return values;
    }
}
