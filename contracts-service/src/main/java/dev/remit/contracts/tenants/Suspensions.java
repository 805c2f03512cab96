package dev.remit.contracts.tenants;

import dev.remit.contracts.Versioned;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Suspends tenants, reactivates and erases them, at an operator's word. */
@ApplicationScoped
class Suspensions {
    private final Tenants tenants;
    private final Tenancy tenancy;

    Suspensions(Tenants tenants, Tenancy tenancy) {
        this.tenants = tenants;
        this.tenancy = tenancy;
    }

    Versioned<TenantView> suspend(UUID id, String ifMatch, StateChange why) {
        return change(id, TenantState.SUSPENDED, ifMatch, why);
    }

    Versioned<TenantView> reactivate(UUID id, String ifMatch, StateChange why) {
        return change(id, TenantState.ACTIVE, ifMatch, why);
    }

    Versioned<TenantView> erase(UUID id, String ifMatch, StateChange why) {
        return change(id, TenantState.ERASED, ifMatch, why);
    }

    private Versioned<TenantView> change(UUID id, TenantState wanted, String ifMatch, StateChange why) {
        tenants.view(id);
        tenancy.runForOperator(id, () -> tenants.setState(id, wanted, ifMatch, why.reason()));
        return tenants.view(id);
    }
}
