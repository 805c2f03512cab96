package dev.remit.contracts.catalogue;

import dev.remit.contracts.Slug;
import dev.remit.kit.json.ExtendedBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything of a catalogue item that can change. */
@Schema(name = "CatalogueItemDetails", description = "Everything of a catalogue item that can change.")
class ItemDetails extends ExtendedBody {
    @NotBlank
    @Size(max = 200)
    @Schema(examples = "Office move")
    private String name;

    @Pattern(regexp = Slug.FORM)
    @Schema(description = "The group that an agreement's rules can name.", examples = "projects")
    private String category;

    @Size(max = 500)
    @Schema(
            description = "What it is, in a sentence. Agreements print it.",
            examples = "The whole firm moves to another address.")
    private String meaning;

    @Valid
    @Schema(description = "Absent: chosen by its code alone.")
    private Matchers matchers;

    @Schema(description = "Whether new agreements do without it. Absent: no.")
    private Boolean retired;

    /** For people. */
    String name() {
        return name;
    }

    /** The group that an agreement's rules can name; may be null. */
    String category() {
        return category;
    }

    /** What it is, in a sentence; may be null. */
    String meaning() {
        return meaning;
    }

    /** By what it is recognised. */
    Matchers matchers() {
        return matchers == null ? Matchers.NONE : matchers;
    }

    /** Whether new agreements do without it. */
    boolean isRetired() {
        return retired != null && retired;
    }
}
