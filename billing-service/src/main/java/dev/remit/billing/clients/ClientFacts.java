package dev.remit.billing.clients;

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
     * @param deputyOf whom this person stands in for, by id, name, e-mail or login; null for an approver in their own right
     */
    public record ApproverFacts(
            UUID approverId, String name, String email, String username, boolean active, String deputyOf) {

        /** Whether a name in a contract or a token, of whatever kind, means this person. */
        public boolean isCalled(String reference) {
            return reference != null
                    && (reference.equalsIgnoreCase(email)
                            || reference.equalsIgnoreCase(username)
                            || reference.equals(approverId.toString())
                            || reference.equals(name));
        }
    }
}
