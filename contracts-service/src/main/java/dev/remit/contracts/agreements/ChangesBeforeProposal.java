package dev.remit.contracts.agreements;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.UUID;

/** Asks other services before the transaction of a proposal begins, since no transaction waits for another service. */
@FindsChanges
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 850)
class ChangesBeforeProposal {
    private final VersionChanges changes;
    private final PreparedChanges prepared;

    ChangesBeforeProposal(VersionChanges changes, PreparedChanges prepared) {
        this.changes = changes;
        this.prepared = prepared;
    }

    @AroundInvoke
    Object find(InvocationContext call) throws Exception {
        Object[] named = call.getParameters();
        changes.beforeProposal((UUID) named[0], (int) named[1]).ifPresent(prepared::put);
        return call.proceed();
    }
}
