package dev.remit.tickets.rulings;

import dev.remit.tickets.rulings.RulingText.Person;

/**
 * On what occasion a ruling is given.
 *
 * @param by the name of who ruled by hand; null where nobody did, as are the next two
 * @param person whose account it was
 * @param because in that person's words
 */
public record RulingOccasion(RulingCause cause, String by, Person person, String because) {

    static RulingOccasion of(RulingCause cause) {
        return new RulingOccasion(cause, null, null, null);
    }

    static RulingOccasion byHand(String by, Person person, String because) {
        return new RulingOccasion(RulingCause.BY_HAND, by, person, because);
    }
}
