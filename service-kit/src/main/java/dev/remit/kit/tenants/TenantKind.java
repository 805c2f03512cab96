package dev.remit.kit.tenants;

/** What a tenant is for, and so what time it has. Settled when it is made. */
public enum TenantKind {
    /** An MSP's real work. */
    REAL,
    /** To try things out; its clock stands still until it is moved. */
    SANDBOX,
    /** To try things out in the machine's time. */
    LIVE_SANDBOX
}
