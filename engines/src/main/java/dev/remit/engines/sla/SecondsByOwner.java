package dev.remit.engines.sla;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.Map;

/**
 * Every real second of a ticket's life given to exactly one owner, by the order of {@link Owner}.
 *
 * @param ended after the ticket ended
 * @param closed outside the hours of the resolution calendar
 * @param client waiting for the client, or for something the client owes
 * @param vendor waiting for a supplier
 * @param approval waiting for a decision on a quote
 * @param msp everything else
 */
public record SecondsByOwner(long ended, long closed, long client, long vendor, long approval, long msp) {
    /** @param byOwner in the order of {@link Owner} */
    static SecondsByOwner of(long... byOwner) {
        return new SecondsByOwner(
                byOwner[Owner.ENDED.ordinal()],
                byOwner[Owner.CLOSED.ordinal()],
                byOwner[Owner.CLIENT.ordinal()],
                byOwner[Owner.VENDOR.ordinal()],
                byOwner[Owner.APPROVAL.ordinal()],
                byOwner[Owner.MSP.ordinal()]);
    }

    /** The seconds of each owner, which are its JSON. */
    @JsonValue
    public Map<Owner, Long> byOwner() {
        Map<Owner, Long> seconds = new EnumMap<>(Owner.class);
        for (Owner owner : Owner.values()) {
            seconds.put(owner, of(owner));
        }
        return seconds;
    }

    /** All of them together: the ticket's age. */
    public long total() {
        return ended + closed + client + vendor + approval + msp;
    }

    /** The seconds given to one owner. */
    public long of(Owner owner) {
        return switch (owner) {
            case ENDED -> ended;
            case CLOSED -> closed;
            case CLIENT -> client;
            case VENDOR -> vendor;
            case APPROVAL -> approval;
            case MSP -> msp;
        };
    }
}
