package dev.remit.kit.tenancy;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets people of a client in while they stand in the client's list as active approvers, whatever they ask for: the claim in
 * their token outlives their place there. Public for the framework's generated caller.
 */
public class ApproversAlone {
    private final Caller caller;
    private final ActiveApprovers approvers;

    ApproversAlone(Caller caller, ActiveApprovers approvers) {
        this.caller = caller;
        this.approvers = approvers;
    }

    @ServerRequestFilter
    public void check() {
        if (!caller.isKnown()) {
            return;
        }
        caller.client().ifPresent(client -> {
            caller.tenant();
            if (!isIncluded(client)) {
                throw Problem.of(ProblemType.FORBIDDEN, "You are no active approver of the client in your token.");
            }
        });
    }

    private boolean isIncluded(String client) {
        return QuarkusTransaction.requiringNew()
                .call(() -> approvers.include(client, caller.username(), caller.subject()));
    }
}
