package dev.remit.contracts.agreements;

import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The beginning of a contract.
 *
 * @param clientCode with whom
 * @param title what it is called
 */
record NewAgreement(
        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "whitfield-crane")
        String clientCode,

        @NotBlank @Size(max = 200) @Schema(examples = "Managed IT services")
        String title) {}
