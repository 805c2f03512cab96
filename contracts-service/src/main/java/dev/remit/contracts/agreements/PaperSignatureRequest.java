package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.Signature.Party;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A signature that was made on paper.
 *
 * @param party for which it was made
 * @param name as it stands on the paper
 * @param title in which they signed
 * @param signedOn the client's local date on which it was signed
 * @param contentHash the hash of what was signed
 * @param file SHA-256 of the scan
 * @param approver login of the listed approver who signed; null for anybody else
 * @param authority by what right somebody else signed; null for a listed approver and for who records it
 */
@Schema(name = "PaperSignatureRequest", description = "A signature that was made on paper.")
record PaperSignatureRequest(
        @NotNull Party party,

        @NotBlank @Size(max = 200) @Schema(description = "As it stands on the paper.", examples = "Eleanor Whitfield")
        String name,

        @NotBlank @Size(max = 100) @Schema(description = "In what capacity they signed.", examples = "Managing partner")
        String title,

        @NotNull
        @Schema(
                description = "The client's local date on which it was signed, not before the version was proposed.",
                examples = "2026-06-30")
        LocalDate signedOn,

        @NotNull
        @Pattern(regexp = "^[0-9a-f]{64}$")
        @Schema(description = "The contentHash of the version, as the signed paper has it.")
        String contentHash,

        @NotNull
        @Pattern(regexp = "^[0-9a-f]{64}$")
        @Schema(description = "SHA-256 of the scan, which was sent before.")
        String file,

        @Size(min = 1, max = 255)
        @Schema(description = "The login of the client's active approver who signed. For the client alone.")
        String approver,

        @Size(min = 1, max = 500)
        @Schema(
                description = "By what right somebody signed who is neither a listed approver nor the caller.",
                examples = "Director, entered in the commercial register")
        String authority) {}
