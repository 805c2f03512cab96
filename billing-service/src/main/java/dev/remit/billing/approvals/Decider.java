package dev.remit.billing.approvals;

import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Roles;
import jakarta.persistence.Embeddable;

/**
 * Who decided something about a quote, as it was when they did.
 *
 * @param name as our own records have it: the client's list for an approver, the verified token for people of the MSP
 * @param email of the client's list; null for people of the MSP
 * @param login of the token
 * @param subject the account's id in the token
 * @param role under which they decided
 * @param method by which way the decision came
 */
@Embeddable
public record Decider(String name, String email, String login, String subject, String role, String method) {
    private static final String API = "API";

    static Decider approver(String name, String email, Caller caller) {
        return new Decider(name, email, caller.username(), caller.subject(), Roles.CLIENT_APPROVER, API);
    }

    /** Somebody of the MSP; without a name in the token it is their login. */
    static Decider ofMsp(Caller caller) {
        String name = caller.name() == null ? caller.username() : caller.name();
        String role = caller.has(Roles.OWNER) ? Roles.OWNER : Roles.SERVICE_DESK;
        return new Decider(name, null, caller.username(), caller.subject(), role, API);
    }
}
