package dev.remit.contracts.tenants;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.tenants.TenantKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant as operators read it. */
@Schema(name = "Tenant")
record TenantView(
        @Schema(description = "What the tokens of its people and machines carry as tenant.")
        UUID id,

        String name,
        TenantKind kind,
        TenantState state,

        @MayBeAbsent @Schema(description = "Why it was suspended or reactivated last. Absent where it never was.")
        String stateReason,

        @MayBeAbsent @Schema(description = "Its first owner, as given when it was made. Absent once it is erased.")
        Owner owner,

        Instant createdAt,
        Instant updatedAt) {}
