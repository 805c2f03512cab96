package dev.remit.kit.tenancy;

import dev.remit.kit.trace.Trace;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Shows the caller's tenant on the log lines of a request. Public for the framework's generated caller. */
public class TenantOnLogLines {
    private final Caller caller;

    TenantOnLogLines(Caller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    public void show() {
        caller.tenantIfAny().ifPresent(Trace::tenant);
    }
}
