package dev.remit.contracts.agreements;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft that begins with the terms of a template or of another version.
 *
 * @param effectiveTo null for an open end
 */
@Schema(name = "DraftRequest", description = "A draft that begins with the terms of a template or of another version.")
record DraftRequest(
        @NotNull @Valid From from,

        @NotNull @Schema(description = "First local date of the draft.", examples = "2026-10-01")
        LocalDate effectiveFrom,

        @Schema(description = "First local date on which it no longer holds. Absent: open-ended.")
        LocalDate effectiveTo) {

    /**
     * Whose terms it begins with: a template's, or a version's of the same or another agreement.
     *
     * @param template null where it is a version
     * @param agreementId null where it is a template
     * @param version null where it is a template
     */
    @Schema(name = "DraftOrigin", description = "Either template, or agreementId and version.")
    record From(
            @Pattern(regexp = "^[a-z0-9-]{1,64}$") @Schema(examples = "weekday")
            String template,

            UUID agreementId,
            @Min(1) Integer version) {

        @JsonIgnore
        @AssertTrue(message = "must be a template, or an agreementId and a version")
        @Schema(hidden = true)
        boolean isOneThing() {
            return template == null ? agreementId != null && version != null : agreementId == null && version == null;
        }
    }
}
