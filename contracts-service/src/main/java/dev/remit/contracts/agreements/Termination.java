package dev.remit.contracts.agreements;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The end of a version.
 *
 * @param effectiveTo first local date on which it no longer holds
 */
record Termination(
        @NotNull @Schema(description = "First local date on which it no longer holds.", examples = "2026-10-01")
        LocalDate effectiveTo) {}
