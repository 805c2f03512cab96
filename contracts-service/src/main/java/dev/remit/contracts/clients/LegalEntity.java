package dev.remit.contracts.clients;

import dev.remit.contracts.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A client as contracts and invoices name it. What is null is not on record.
 *
 * @param name the registered name
 * @param address of its seat, in lines
 * @param registration its number in a register of companies
 * @param taxId its number for sales tax
 */
@Schema(description = "The client as contracts and invoices name it.")
public record LegalEntity(
        @NotBlank @Size(max = 200) @Schema(description = "The registered name.", examples = "Whitfield & Crane LLP")
        String name,

        @Size(max = 500)
        @Pattern(regexp = PlainText.FILLED)
        @Schema(
                description = "Of its seat, in lines.",
                examples = "40 Broad Street\nNew York, NY 10004\nUnited States of America")
        String address,

        @Size(max = 100)
        @Pattern(regexp = PlainText.FILLED)
        @Schema(description = "Its number in a register of companies.")
        String registration,

        @Size(max = 50)
        @Pattern(regexp = PlainText.FILLED)
        @Schema(description = "Its number for sales tax.", examples = "13-1234567")
        String taxId) {}
