package dev.remit.engines.sla;

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
