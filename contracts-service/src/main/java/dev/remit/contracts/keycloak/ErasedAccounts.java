package dev.remit.contracts.keycloak;

import dev.remit.kit.tenantdata.ErasedElsewhere;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** People's accounts in the realm go with their tenant, whoever made them. */
@ApplicationScoped
class ErasedAccounts implements ErasedElsewhere {
    private final Accounts accounts;

    ErasedAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String kind() {
        return "account";
    }

    @Override
    public long erase(UUID tenant) {
        List<String> all = accounts.of(tenant);
        all.forEach(accounts::remove);
        return all.size();
    }
}
