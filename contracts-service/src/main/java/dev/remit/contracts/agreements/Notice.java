package dev.remit.contracts.agreements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Notice that one party gave the other of the end.
 *
 * @param givenOn the client's local date on which it was given
 * @param form in which it was given
 */
@Schema(name = "AgreementNotice", description = "Notice that one party gave the other of the end.")
record Notice(
        @NotNull @Schema(description = "The client's local date on which it was given.", examples = "2026-07-01")
        LocalDate givenOn,

        @NotBlank
        @Size(max = 40)
        @Schema(description = "In which form: LETTER, EMAIL, PORTAL or in other words.", examples = "LETTER")
        String form) {}
