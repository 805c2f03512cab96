package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.Signature.Party;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agreement that was signed elsewhere.
 *
 * @param signedOn the client's local date on which the last party signed
 * @param file SHA-256 of the scan
 * @param signers who signed it, for each party somebody
 */
@Schema(name = "AdoptionRequest", description = "An agreement that was signed elsewhere.")
record AdoptionRequest(
        @NotNull
        @Schema(description = "The client's local date on which the last party signed.", examples = "2025-03-01")
        LocalDate signedOn,

        @NotNull
        @Pattern(regexp = "^[0-9a-f]{64}$")
        @Schema(description = "SHA-256 of the scan, which was sent before.")
        String file,

        @NotEmpty @Size(max = 10) @Schema(description = "Who signed it, for each party somebody.")
        List<@NotNull @Valid Signer> signers) {

    /** Somebody who signed elsewhere. */
    @Schema(
            name = "AdoptedSigner",
            requiredProperties = {"party", "name", "title"})
    record Signer(
            @NotNull Party party,

            @NotBlank @Size(max = 200) @Schema(examples = "Eleanor Whitfield")
            String name,

            @NotBlank @Size(max = 100) @Schema(examples = "Managing partner")
            String title) {}

    boolean isSignedBy(Party party) {
        return signers.stream().anyMatch(signer -> signer.party() == party);
    }
}
