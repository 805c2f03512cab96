package dev.remit.kit.tenants;

/** Whether a tenant is served. */
public enum TenantStatus {
    ACTIVE,
    /** Its requests are refused, and its work rests. */
    SUSPENDED,
    /** The same for good: what is kept of it is erased. */
    ERASED
}
