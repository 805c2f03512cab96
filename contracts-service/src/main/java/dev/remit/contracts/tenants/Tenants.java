package dev.remit.contracts.tenants;

import dev.remit.contracts.Versioned;
import dev.remit.contracts.people.People;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;

/** Keeps the tenants and tells the feed of them. What changes one runs as that tenant. */
@ApplicationScoped
class Tenants {
    private final TenantRows rows;
    private final TenantRepository tenants;
    private final KnownTenants known;
    private final People people;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Caller caller;

    Tenants(
            TenantRows rows,
            TenantRepository tenants,
            KnownTenants known,
            People people,
            Outbox outbox,
            InstantSource clock,
            Caller caller) {
        this.rows = rows;
        this.tenants = tenants;
        this.known = known;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
        this.caller = caller;
    }

    Page<TenantView> list(Paging paging) {
        caller.requireNoTenant();
        return Page.of(
                rows.page(paging.after(1).map(cursor -> cursor.uuid(0)), paging.limit()),
                paging.limit(),
                Versioned::view,
                tenant -> Cursor.after(tenant.view().id()));
    }

    Versioned<TenantView> view(UUID id) {
        caller.requireNoTenant();
        return rows.find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void begin(UUID id, NewTenant wanted, RequestKey request) {
        tenants.persistAndFlush(new Tenant(id, wanted, request, clock.instant()));
    }

    /** Its owner's account is there; from now on the other services know it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void activate(UUID id, String ownerSubject) {
        Tenant tenant = tenants.locked(id);
        if (tenant.state() != TenantState.PROVISIONING) {
            return;
        }
        tenant.activate(ownerSubject, clock.instant());
        Owner owner = tenant.owner();
        tell(tenant);
        people.addFirstOwner(owner.login(), owner.firstName(), owner.lastName(), owner.email(), ownerSubject);
    }

    /**
     * Suspends, reactivates or erases; nothing where it is so already.
     *
     * @param ifMatch the state that was read; null for whatever it is
     * @throws Problem wrong-state while it is being made, once it is erased, and for an erasure before it is suspended
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void setState(UUID id, TenantState wanted, String ifMatch, String reason) {
        Tenant tenant = tenants.locked(id);
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, tenant.revision());
        }
        if (tenant.state() == TenantState.PROVISIONING) {
            throw Problem.wrongState("The tenant is being made.");
        }
        if (tenant.state() == wanted) {
            return;
        }
        if (tenant.state() == TenantState.ERASED) {
            throw Problem.wrongState("The tenant is erased.");
        }
        if (wanted == TenantState.ERASED && tenant.state() != TenantState.SUSPENDED) {
            throw Problem.wrongState("Only a tenant that is suspended can be erased.");
        }
        tenant.setState(wanted, reason, clock.instant());
        tell(tenant);
    }

    private void tell(Tenant tenant) {
        TenantFacts facts = tenant.facts();
        known.learn(tenant.id(), facts);
        outbox.append(TenantFacts.EVENT, tenant.id(), facts);
    }

    /** It can never be made as it was asked for. */
    @Transactional(Transactional.TxType.MANDATORY)
    void giveUp(UUID id) {
        tenants.delete(tenants.locked(id));
    }
}
