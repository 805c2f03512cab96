package dev.remit.contracts.clients;

import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The key by which another system knows a client or a site.
 *
 * @param connection the name of the connection to that system
 * @param id its key there
 */
@Schema(description = "The key by which another system knows a client or a site.")
public record ExternalRef(
        @NotNull
        @Pattern(regexp = Slug.FORM)
        @Schema(description = "The name of the connection to that system.", examples = "cw")
        String connection,

        @NotBlank @Size(max = 255) @Schema(description = "Its key there.", examples = "250")
        String id) {}
