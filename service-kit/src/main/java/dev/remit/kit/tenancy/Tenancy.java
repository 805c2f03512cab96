package dev.remit.kit.tenancy;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.trace.Trace;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * For which tenant this thread works: the one of the request's verified token, or the one that background work names.
 * Entities with {@code @TenantId} follow it by themselves; there is no default and no way to see two at once.
 */
@ApplicationScoped
public class Tenancy {
    private final TenantOfWork work;
    private final Caller caller;

    Tenancy(TenantOfWork work, Caller caller) {
        this.work = work;
        this.caller = caller;
    }

    /**
     * @throws Problem no-tenant, when the caller's token names no tenant
     * @throws IllegalStateException outside a request and outside {@link #runAs}
     */
    public UUID current() {
        return currentIfAny()
                .orElseThrow(() -> isInRequestOfSomeone()
                        ? Problem.of(ProblemType.NO_TENANT)
                        : new IllegalStateException(
                                "No tenant here: this needs a request with a token, or Tenancy.runAs"));
    }

    public Optional<UUID> currentIfAny() {
        if (!Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        return work.tenant() != null ? Optional.of(work.tenant()) : caller.tenantIfAny();
    }

    /** The connection at whose word this work is done; empty for callers with a token and for our own work. */
    public Optional<String> connection() {
        return Arc.container().requestContext().isActive() ? Optional.ofNullable(work.connection()) : Optional.empty();
    }

    /** As {@link #callAs}, for work that gives nothing back. */
    public void runAs(UUID tenant, Runnable unit) {
        callAs(tenant, () -> {
            unit.run();
            return null;
        });
    }

    /**
     * Works for a tenant in a session and a transaction of its own, committed on return and rolled back on a throw.
     *
     * @throws IllegalStateException when a tenant is set already or a transaction runs
     */
    public <T> T callAs(UUID tenant, Supplier<T> unit) {
        return callAs(tenant, null, unit);
    }

    /** As {@link #callAs(UUID, Supplier)}, at the word of a connection whose signature was checked: its id, as text. */
    public <T> T callAs(UUID tenant, String connection, Supplier<T> unit) {
        Objects.requireNonNull(tenant, "tenant");
        refuseNesting(tenant);
        ManagedContext context = Arc.container().requestContext();
        var suspended = context.getStateIfActive();
        context.deactivate();
        context.activate();
        try {
            work.begin(tenant, connection);
            Trace.tenant(tenant);
            return QuarkusTransaction.requiringNew().call(unit::get);
        } finally {
            Trace.tenant(null);
            context.terminate();
            if (suspended != null) {
                context.activate(suspended);
            }
        }
    }

    /** As {@link #callAs(UUID, Supplier)}; where the request is the tenant's own, in the request and as its caller. */
    public <T> T callHereOrAs(UUID tenant, Supplier<T> unit) {
        return currentIfAny().filter(tenant::equals).isPresent()
                ? QuarkusTransaction.requiringNew().call(unit::get)
                : callAs(tenant, unit);
    }

    /**
     * Does what an operator asks for of a tenant, in the request and as its caller, in a transaction of its own.
     *
     * @throws Problem forbidden, where the caller's token names a tenant
     */
    public void runForOperator(UUID tenant, Runnable unit) {
        caller.requireNoTenant();
        refuseNesting(tenant);
        try {
            work.begin(tenant, null);
            QuarkusTransaction.requiringNew().run(unit);
        } finally {
            work.begin(null, null);
        }
    }

    private void refuseNesting(UUID tenant) {
        currentIfAny().ifPresent(present -> {
            throw new IllegalStateException("Cannot work as tenant " + tenant + " inside work for tenant " + present);
        });
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("Cannot work as tenant " + tenant + " inside a running transaction");
        }
    }

    private boolean isInRequestOfSomeone() {
        return Arc.container().requestContext().isActive() && caller.isKnown();
    }
}
