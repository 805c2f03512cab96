package dev.remit.engines.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.remit.engines.rating.RateCard;

/**
 * What an agreement says of prices.
 *
 * @param card what work costs; never null
 * @param bandCalendar name of the calendar that the surcharges go by; null if the coverage
 */
public record Prices(RateCard card, String bandCalendar) {

    /** The prices as a document writes them. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Prices of(PricesText text) {
        return new Prices(text.card(), text.bandCalendar());
    }
}
