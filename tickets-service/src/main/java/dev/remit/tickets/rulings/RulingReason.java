package dev.remit.tickets.rulings;

import dev.remit.tickets.rulings.RulingText.Person;

/**
 * Why a ruling is given, and by whom.
 *
 * @param by the name of who ruled by hand; null where nobody did, as are the next two
 * @param person whose account it was
 * @param because in that person's words
 */
public record RulingReason(RulingCause cause, String by, Person person, String because) {

    static RulingReason of(RulingCause cause) {
        return new RulingReason(cause, null, null, null);
    }

    static RulingReason byHand(String by, Person person, String because) {
        return new RulingReason(RulingCause.BY_HAND, by, person, because);
    }
}
