package dev.remit.contracts.tenants;

import dev.remit.contracts.RequestedOnce;
import dev.remit.contracts.keycloak.Accounts;
import dev.remit.contracts.keycloak.Accounts.Account;
import dev.remit.contracts.keycloak.Accounts.Person;
import dev.remit.contracts.people.FirstLogIn;
import dev.remit.contracts.people.FirstLogIns;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Roles;
import dev.remit.kit.tenancy.Tenancy;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Makes a tenant: first its row, which says what is to come and keeps the request's key, then its owner's account in Keycloak,
 * which is found where an earlier attempt has made it, then the tenant is active. No transaction waits for Keycloak. What
 * broke off is gone on with, by the same request or by itself.
 */
@ApplicationScoped
class TenantMaking {
    private static final Logger LOG = Logger.getLogger(TenantMaking.class);

    /** Where a request has the owner's name, login and e-mail. */
    private static final String OWNER = "owner.";

    private final Tenants tenants;
    private final TenantRows rows;
    private final Accounts accounts;
    private final FirstLogIns firstLogIns;
    private final Tenancy tenancy;
    private final Caller caller;
    private final Idempotency idempotency;
    private final Ids ids;

    TenantMaking(
            Tenants tenants,
            TenantRows rows,
            Accounts accounts,
            FirstLogIns firstLogIns,
            Tenancy tenancy,
            Caller caller,
            Idempotency idempotency,
            Ids ids) {
        this.tenants = tenants;
        this.rows = rows;
        this.accounts = accounts;
        this.firstLogIns = firstLogIns;
        this.tenancy = tenancy;
        this.caller = caller;
        this.idempotency = idempotency;
        this.ids = ids;
    }

    RestResponse<MadeTenant> make(String key, NewTenant wanted) {
        caller.requireNoTenant();
        RequestKey request = idempotency.keyOf(key, wanted);
        RequestedOnce once =
                RequestedOnce.of(request, () -> rows.requestedWith(request.key()), () -> begin(wanted, request));
        UUID tenant = once.id();
        if (once.again() && !rows.claim(tenant)) {
            throw RequestedOnce.busy();
        }
        try {
            Account account = account(tenant, wanted.owner(), wanted.temporaryPassword(), tenancy::runForOperator);
            FirstLogIn firstLogIn =
                    firstLogIns.prepare(account, person(tenant, wanted.owner()), wanted.temporaryPassword());
            return once.answer(
                    TenantResource.PATH + "/" + tenant,
                    new MadeTenant(tenants.view(tenant).view(), firstLogIn));
        } catch (Accounts.Refused refused) {
            throw refused.problem(OWNER);
        } finally {
            rows.release(tenant);
        }
    }

    private UUID begin(NewTenant wanted, RequestKey request) {
        UUID tenant = ids.next();
        tenancy.runForOperator(tenant, () -> {
            tenants.begin(tenant, wanted, request);
            rows.claim(tenant);
        });
        return tenant;
    }

    private Account account(UUID tenant, Owner owner, String password, BiConsumer<UUID, Runnable> asTenant) {
        try {
            Account account = accounts.ensure(person(tenant, owner), password);
            asTenant.accept(tenant, () -> tenants.activate(tenant, account.subject()));
            return account;
        } catch (Accounts.Refused refused) {
            asTenant.accept(tenant, () -> tenants.giveUp(tenant));
            throw refused.problem(OWNER);
        }
    }

    private static Person person(UUID tenant, Owner owner) {
        return new Person(
                tenant,
                owner.login(),
                owner.firstName(),
                owner.lastName(),
                owner.email(),
                Set.of(Roles.OWNER),
                Optional.empty());
    }

    /** Nobody is there to be shown a password; whoever asked for the tenant is shown one when they ask again. */
    @Scheduled(every = "{remit.tenants.unfinished}", delayed = "15s", identity = "unfinished-tenants")
    void finishWhatBrokeOff() {
        for (UUID tenant : rows.leftUnfinished()) {
            if (rows.claim(tenant)) {
                finish(tenant);
            }
        }
    }

    private void finish(UUID tenant) {
        try {
            rows.find(tenant).ifPresent(row -> account(tenant, row.view().owner(), null, tenancy::runAs));
        } catch (Problem failure) {
            LOG.warnf("Tenant %s cannot be made yet: %s", tenant, failure);
        } finally {
            rows.release(tenant);
        }
    }
}
