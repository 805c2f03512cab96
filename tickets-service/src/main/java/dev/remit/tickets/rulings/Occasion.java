package dev.remit.tickets.rulings;

/**
 * On what occasion a ruling is given.
 *
 * @param by the person who ruled by hand; null where nobody did, as is the next
 * @param because in that person's words
 */
record Occasion(RulingCause cause, String by, String because) {

    static Occasion of(RulingCause cause) {
        return new Occasion(cause, null, null);
    }

    static Occasion byHand(String by, String because) {
        return new Occasion(RulingCause.BY_HAND, by, because);
    }
}
