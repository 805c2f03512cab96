package dev.remit.contracts.clients;

import dev.remit.contracts.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody at the client whom one can ask. A contact may neither sign nor approve; who may is an approver.
 *
 * @param name in full
 * @param email may be null
 * @param phone may be null
 * @param position what they are there; may be null
 */
@Schema(description = "Somebody at the client whom one can ask. Who may sign and approve is an approver.")
record Contact(
        @NotBlank @Size(max = 200) @Schema(examples = "Tom Okafor")
        String name,

        @Email @Size(max = 254) @Schema(examples = "tom.okafor@whitfield-crane.example")
        String email,

        @Size(max = 50) @Pattern(regexp = PlainText.FILLED) @Schema(examples = "+1 212 555 0142")
        String phone,

        @Size(max = 100)
        @Pattern(regexp = PlainText.FILLED)
        @Schema(description = "What they are there.", examples = "Office manager")
        String position) {}
