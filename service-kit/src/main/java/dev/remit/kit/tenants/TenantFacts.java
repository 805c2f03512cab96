package dev.remit.kit.tenants;

import java.util.UUID;

/**
 * A tenant as the other services are told of it.
 *
 * @param tenantId its id, which its people's tokens carry
 * @param name of the MSP
 */
public record TenantFacts(UUID tenantId, String name, TenantKind kind, TenantStatus state) {
    /** The type of the event that tells it; its subject is the tenant. */
    public static final String EVENT = "TenantChanged";
}
