package dev.remit.tickets.rulings;

import dev.remit.tickets.rulings.RulingText.Person;

/**
 * On what occasion a ruling is given.
 *
 * @param by the name of who ruled by hand; null where nobody did, as are the next two
 * @param person whose account it was
 * @param because in that person's words
 */
public record Occasion(RulingCause cause, String by, Person person, String because) {

    static Occasion of(RulingCause cause) {
        return new Occasion(cause, null, null, null);
    }

    static Occasion byHand(String by, Person person, String because) {
        return new Occasion(RulingCause.BY_HAND, by, person, because);
    }
}
