package dev.remit.tickets.clients;

import dev.remit.kit.people.Logins;

/**
 * Somebody who acts for a client now.
 *
 * @param login the name they log in with; null while they have none
 * @param subject the id of their account at the identity server; null while it is not on record
 */
public record Approver(String login, String subject) {

    /** Whether an account, by its login and its id, is this person's. */
    boolean isAccount(String accountLogin, String accountId) {
        return Logins.same(login, accountLogin) && (subject == null || subject.equals(accountId));
    }
}
