package dev.remit.tickets.rulings;

import dev.remit.kit.http.MayBeAbsent;

/**
 * Why a ruling is given, and by whom.
 *
 * @param by the name of who ruled by hand or had it ruled again; null where nobody did, as are the next two
 * @param person whose account it was
 * @param because in that person's words
 */
public record RulingReason(
        RulingCause cause,
        @MayBeAbsent String by,
        @MayBeAbsent RulingPerson person,
        @MayBeAbsent String because) {

    static RulingReason of(RulingCause cause) {
        return new RulingReason(cause, null, null, null);
    }

    static RulingReason again(String by, RulingPerson person, String because) {
        return new RulingReason(RulingCause.FACTS_CHANGED, by, person, because);
    }

    static RulingReason byHand(String by, RulingPerson person, String because) {
        return new RulingReason(RulingCause.BY_HAND, by, person, because);
    }
}
