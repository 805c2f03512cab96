package dev.remit.notifications.clients;

import dev.remit.kit.people.Logins;

/**
 * Somebody who acts for a client.
 *
 * @param username their login; null while there is none
 * @param subject their account's id; null while it is not on record
 * @param deputyOf the login of whom they stand in for; null if for nobody
 */
public record Approver(String username, String subject, boolean active, String name, String email, String deputyOf) {
    boolean isAccount(String login, String accountId) {
        return active && Logins.same(username, login) && (subject == null || subject.equals(accountId));
    }

    /** Whether they are in the client's list now and can be written to. */
    public boolean isReachable() {
        return active && email != null && !email.isBlank();
    }
}
