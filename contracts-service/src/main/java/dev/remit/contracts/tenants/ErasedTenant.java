package dev.remit.contracts.tenants;

import dev.remit.kit.tenantdata.ErasedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** That there was a tenant, who it was and when it was erased, is the operators' to know; who its first owner was is not. */
@ApplicationScoped
class ErasedTenant implements ErasedRow {
    @Override
    public String table() {
        return "tenant";
    }

    @Override
    public List<String> personal() {
        return List.of("owner_login", "owner_first_name", "owner_last_name", "owner_email", "owner_subject");
    }
}
