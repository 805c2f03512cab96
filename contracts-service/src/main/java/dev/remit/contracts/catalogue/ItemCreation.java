package dev.remit.contracts.catalogue;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A catalogue item with the code that it keeps for good. */
@JsonPropertyOrder("code")
@Schema(name = "CatalogueItemCreation", description = "A catalogue item with the code that it keeps for good.")
class ItemCreation extends ItemDetails {
    @NotNull
    @Pattern(regexp = Slug.FORM)
    @Schema(description = "Unique in the tenant; never changes.", examples = "office-move")
    private String code;

    String code() {
        return code;
    }
}
