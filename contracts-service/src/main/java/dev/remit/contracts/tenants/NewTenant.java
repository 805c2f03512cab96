package dev.remit.contracts.tenants;

import dev.remit.kit.tenants.TenantKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An MSP that is to use Remit.
 *
 * @param name of the firm
 * @param owner who looks after everything of it from then on
 * @param temporaryPassword for the owner's first log-in; null for an invitation by mail or a password that is made up
 */
@Schema(name = "TenantCreation", description = "An MSP that is to use Remit.")
record NewTenant(
        @NotBlank @Size(max = 200) @Schema(examples = "Acme IT")
        String name,

        @NotNull
        @Schema(
                description =
                        "What it is for: real work, trials on a clock that is moved by hand, or trials in real time."
                                + " It never changes.")
        TenantKind kind,

        @NotNull @Valid Owner owner,

        @Size(min = 12, max = 128)
        @Schema(
                description =
                        "For the owner's first log-in, at which it must be changed. Absent: the owner is invited by"
                                + " mail, or where the realm sends none, a password is made up and shown in the answer.")
        String temporaryPassword) {}
