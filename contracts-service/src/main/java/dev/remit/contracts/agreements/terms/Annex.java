package dev.remit.contracts.agreements.terms;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the parties sign beside the terms. It is shown and hashed, and Remit does nothing by it.
 *
 * @param schema the name of its form, such as {@code vendor-list/1}
 * @param title one line
 * @param content any members; numbers are whole, what is finer is text
 */
@Schema(description = "What the parties sign beside the terms. It is shown and hashed, and Remit does nothing by it.")
public record Annex(
        @NotNull
        @Pattern(regexp = "^[a-z0-9][a-z0-9-]{0,62}/[1-9][0-9]{0,3}$")
        @Schema(description = "The name and version of its form.", examples = "vendor-list/1")
        String schema,

        @NotBlank @Size(max = 200) @Schema(examples = "Vendors whose support we call for you")
        String title,

        @NotNull
        @Size(min = 1, max = 500)
        @Schema(
                description = "Any members. Numbers are whole; what is finer is text.",
                examples = "{\"vendors\":[\"Northgate Telecom\"]}")
        Map<String, Object> content) {}
