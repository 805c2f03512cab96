package dev.remit.kit.tenantdata;

import java.util.UUID;

/** What a service keeps of a tenant outside of its database, and erases with it. A service has a bean for each kind. */
public interface ErasedElsewhere {
    /** As a report calls what was erased. */
    String kind();

    /**
     * Erases what is there now, however far an earlier attempt came. What it throws breaks the erasure off until later.
     *
     * @return how many were erased
     */
    long erase(UUID tenant);
}
