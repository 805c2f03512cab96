package dev.remit.contracts.tenants;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a tenant has come. */
@Schema(description = "How far a tenant has come")
enum TenantState {
    /** It is asked for, and its owner's account is not there yet. */
    PROVISIONING,
    /** It works. */
    ACTIVE,
    /** Its requests are refused, and its work rests. */
    SUSPENDED,
    /** The same for good: what is kept of it is erased. */
    ERASED
}
