package dev.remit.contracts.catalogue;

import dev.remit.contracts.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything of a catalogue item that can change.
 *
 * @param name for people
 * @param category the group that an agreement's rules can name
 * @param meaning what it is, in a sentence
 * @param matchers by what it is recognised
 * @param retired whether new agreements do without it; null is no
 */
@Schema(name = "CatalogueItemDetails", description = "Everything of a catalogue item that can change.")
record ItemDetails(
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

    ItemDetails {
        matchers = matchers == null ? Matchers.NONE : matchers;
        retired = retired != null && retired;
    }
}
