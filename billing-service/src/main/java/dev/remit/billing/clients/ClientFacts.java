package dev.remit.billing.clients;

import dev.remit.kit.people.Logins;
import java.util.List;
import java.util.UUID;

/** A client in full, as an event tells it. */
public record ClientFacts(
        UUID clientId,
        String code,
        String name,
        String timeZone,
        String currency,
        List<ApproverFacts> approvers,
        long revision) {

    public ClientFacts {
        approvers = approvers == null ? List.of() : List.copyOf(approvers);
    }

    /**
     * @param username the login of the person, or null while there is none
     * @param subject the id of their account at the identity server, or null while it is not on record
     * @param deputyOf the login of the approver for whom this person stands in; null for one in their own right
     */
    public record ApproverFacts(
            UUID approverId,
            String name,
            String email,
            String username,
            String subject,
            boolean active,
            String deputyOf) {

        /** Whether an account, by its login and its id, is this person's. */
        public boolean isAccount(String login, String accountId) {
            return Logins.same(username, login) && (subject == null || subject.equals(accountId));
        }

        public boolean isDeputyOf(String login) {
            return Logins.same(deputyOf, login);
        }
    }
}
