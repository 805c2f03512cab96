package dev.remit.contracts.tenants;

import dev.remit.contracts.people.AccountForms;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An MSP's first owner.
 *
 * @param login the name they log in with
 * @param email where they are reached
 */
@Schema(name = "TenantOwner", description = "An MSP's first owner.")
record Owner(
        @NotNull
        @Pattern(regexp = AccountForms.LOGIN)
        @Schema(
                description = "The name they log in with, in lower case: no other account of the suite has it.",
                examples = "ann@acme.example")
        String login,

        @NotBlank @Size(max = 100) @Pattern(regexp = AccountForms.NAME) @Schema(examples = "Ann")
        String firstName,

        @NotBlank @Size(max = 100) @Pattern(regexp = AccountForms.NAME) @Schema(examples = "Archer")
        String lastName,

        @NotNull
        @Email
        @Size(max = 254)
        @Schema(
                description = "Where they are invited: no other account of the suite has it.",
                examples = "ann@acme.example")
        String email) {}
