package dev.remit.contracts.agreements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A party's word that a signed version is not to begin.
 *
 * @param reason why not
 * @param notice that was given; null for none
 * @param clientOnPaper the client's consent that was given on paper; null where it is given here
 */
@Schema(name = "AgreementCancellation")
record Cancellation(
        @NotBlank @Size(max = 1000) @Schema(examples = "Both agreed to stay with the rates of this year.")
        String reason,

        @Valid @Schema(description = "The notice that was given. Absent: none.")
        Notice notice,

        @Valid
        @Schema(
                description = "The client's consent on paper, which an owner records with their own. Absent: the client"
                        + " gives it here.")
        OnPaper clientOnPaper) {

    /**
     * A consent that was signed on paper.
     *
     * @param file SHA-256 of the scan
     */
    @Schema(
            name = "ConsentOnPaper",
            requiredProperties = {"name", "title", "signedOn", "file"})
    record OnPaper(
            @NotBlank @Size(max = 200) @Schema(examples = "Eleanor Whitfield")
            String name,

            @NotBlank @Size(max = 100) @Schema(examples = "Managing partner")
            String title,

            @NotNull @Schema(description = "The client's local date.", examples = "2026-06-30")
            LocalDate signedOn,

            @NotNull
            @Pattern(regexp = "^[0-9a-f]{64}$")
            @Schema(description = "SHA-256 of the scan, which was sent before.")
            String file) {}
}
