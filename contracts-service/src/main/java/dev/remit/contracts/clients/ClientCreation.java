package dev.remit.contracts.clients;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client with the code that it keeps for good. */
@JsonPropertyOrder("code")
@Schema(description = "A client with the code that it keeps for good.")
class ClientCreation extends ClientDetails {
    @NotNull
    @Pattern(regexp = Slug.FORM)
    @Schema(description = "Unique in the tenant; never changes.", examples = "whitfield-crane")
    private String code;

    String code() {
        return code;
    }
}
