package dev.remit.engines.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.json.Json;
import dev.remit.engines.ledger.Charge;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.ledger.PieceKey;
import dev.remit.engines.ledger.VolumeShare;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import java.time.Instant;

/**
 * What a link says of a line. A line without an amount has no value and uses no cap up: of it little else is known.
 *
 * @param extraId the line
 * @param timeEntryId of which work
 * @param workItemId null for work that belongs to none
 * @param refersTo the published line that a follow-up or a reversal is of
 * @param from where its piece begins, if not with the entry
 * @param beyondVolume whether its piece is beyond an included volume
 * @param share how the volume divides the piece; null for one that is within or beyond it whole
 * @param charge what is charged beside time; null elsewhere, and where an earlier link has its value
 * @param alone the place of its work among the link's cases; null where an earlier link has its value
 * @param group the same among the groups
 */
record StatedLine(
        String extraId,
        String timeEntryId,
        String workItemId,
        Origin origin,
        String refersTo,
        Instant start,
        Integer number,
        String kind,
        String band,
        Instant from,
        boolean beyondVolume,
        VolumeShare share,
        HeldReason heldReason,
        String currency,
        String amount,
        String billed,
        StatedCharge charge,
        @JsonProperty("case") Integer alone,
        Integer group) {

    /**
     * What is charged beside time.
     *
     * @param price decimal text in the line's currency
     */
    record StatedCharge(String price, Long quantity, String unit) {

        Charge in(LineKind kind, MinorUnits currency) {
            Money money = new Money(currency, currency.parse(InvalidInput.required(price, "charge.price")));
            return new Charge(kind, money, InvalidInput.required(quantity, "charge.quantity"), unit);
        }
    }

    static StatedLine of(ObjectNode line, String place) {
        return Json.read(line, StatedLine.class, place);
    }

    boolean hasValue() {
        return amount != null;
    }

    /** The piece of the entry that it is of; null for a trip. */
    PieceKey piece() {
        return band == null ? null : new PieceKey(from, Band.valueOf(band), beyondVolume);
    }

    /** Which of the link's lists has its work; null for neither. */
    String list() {
        if (group != null) {
            return "group";
        }
        return alone == null ? null : "case";
    }

    /** The place of its work in that list. */
    Integer work() {
        return group != null ? group : alone;
    }
}
