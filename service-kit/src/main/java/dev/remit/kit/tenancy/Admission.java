package dev.remit.kit.tenancy;

import dev.remit.kit.accounts.KnownAccounts;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenants.KnownTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Who is let in: whoever has a tenant that is served, and a token that is good still. */
@ApplicationScoped
public class Admission {
    private final Caller caller;
    private final KnownTenants tenants;
    private final KnownAccounts accounts;

    Admission(Caller caller, KnownTenants tenants, KnownAccounts accounts) {
        this.caller = caller;
        this.tenants = tenants;
        this.accounts = accounts;
    }

    /** That of the caller of the present request, to be looked at as often as it goes on. */
    public Pass present() {
        return caller.tenantIfAny()
                .map(tenant -> new Pass(tenant, caller.subject(), caller.tokenIssuedAt()))
                .orElseGet(() -> new Pass(null, null, null));
    }

    /** What a caller was let in with. */
    public final class Pass {
        private final UUID tenant;
        private final String subject;
        private final Instant issuedAt;

        private Pass(UUID tenant, String subject, Instant issuedAt) {
            this.tenant = tenant;
            this.subject = subject;
            this.issuedAt = issuedAt;
        }

        /** @throws Problem tenant-suspended, or unauthorized for an account that is let in no longer */
        public void require() {
            if (tenant == null) {
                return;
            }
            tenants.of(tenant).requireActive();
            if (subject != null) {
                accounts.of(tenant, subject).requireGood(issuedAt);
            }
        }
    }
}
