package dev.remit.notifications.clients;

import dev.remit.kit.people.Logins;

/**
 * Somebody who acts for a client.
 *
 * @param username their login; null while there is none
 * @param subject their account's id; null while it is not on record
 */
public record Approver(String username, String subject, boolean active) {
    boolean isAccount(String login, String accountId) {
        return active && Logins.same(username, login) && (subject == null || subject.equals(accountId));
    }
}
