package dev.remit.contracts.agreements;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of a version before its time.
 *
 * @param effectiveTo first local date on which it no longer holds
 * @param reason why it ends
 * @param notice that was given; null for none
 */
@Schema(name = "AgreementTermination")
record Termination(
        @NotNull @Schema(description = "First local date on which it no longer holds.", examples = "2026-10-01")
        LocalDate effectiveTo,

        @NotBlank @Size(max = 1000) @Schema(examples = "The client moves to another provider.")
        String reason,

        @Valid @Schema(description = "The notice that was given. Absent: none.")
        Notice notice) {}
