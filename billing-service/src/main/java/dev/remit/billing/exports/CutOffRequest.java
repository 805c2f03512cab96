package dev.remit.billing.exports;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which date to close, and for whom. */
@Schema(name = "CutOffRequest")
public record CutOffRequest(
        @NotNull @Schema(description = "The last local work date to lock", examples = "2026-06-30")
        LocalDate through,

        @Size(max = 64) @Schema(description = "Only this client's lines; everybody's if absent")
        String clientCode) {}
