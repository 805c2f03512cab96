package dev.remit.kit.tenancy;

import dev.remit.kit.tenants.KnownTenants;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses whatever the people and machines of a suspended tenant ask for. Public for the framework's generated caller. */
public class SuspendedTenants {
    private final Caller caller;
    private final KnownTenants tenants;

    SuspendedTenants(Caller caller, KnownTenants tenants) {
        this.caller = caller;
        this.tenants = tenants;
    }

    @ServerRequestFilter
    public void refuse() {
        caller.tenantIfAny().ifPresent(tenant -> tenants.of(tenant).requireActive());
    }
}
