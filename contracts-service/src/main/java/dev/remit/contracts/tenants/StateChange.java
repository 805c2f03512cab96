package dev.remit.contracts.tenants;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason kept with the tenant and on its audit trail */
@Schema(name = "TenantStateChange", description = "Why a tenant is suspended or reactivated.")
record StateChange(
        @NotBlank @Size(max = 1000) @Schema(examples = "Unpaid since March")
        String reason) {}
