package dev.remit.contracts.catalogue;

import dev.remit.contracts.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A catalogue item with the code that it keeps for good.
 *
 * @param code its short name, unique in the tenant
 * @param name for people
 * @param category the group that an agreement's rules can name
 * @param meaning what it is, in a sentence
 * @param matchers by what it is recognised
 * @param retired whether new agreements do without it; null is no
 */
@Schema(name = "CatalogueItemCreation", description = "A catalogue item with the code that it keeps for good.")
record ItemCreation(
        @NotNull
        @Pattern(regexp = Slug.FORM)
        @Schema(description = "Unique in the tenant; never changes.", examples = "office-move")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "Office move")
        String name,

        @Pattern(regexp = Slug.FORM)
        @Schema(description = "The group that an agreement's rules can name.", examples = "projects")
        String category,

        @Size(max = 500)
        @Schema(
                description = "What it is, in a sentence. Agreements print it.",
                examples = "The whole firm moves to another address.")
        String meaning,

        @Valid @Schema(description = "Absent: chosen by its code alone.")
        Matchers matchers,

        @Schema(description = "Whether new agreements do without it. Absent: no.")
        Boolean retired) {

    ItemDetails details() {
        return new ItemDetails(name, category, meaning, matchers, retired);
    }
}
