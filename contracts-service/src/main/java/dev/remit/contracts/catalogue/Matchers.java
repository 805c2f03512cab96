package dev.remit.contracts.catalogue;

import dev.remit.engines.catalogue.ItemMatchers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By what a catalogue item is recognised. Of types, subtypes and items, each list that is not empty must hold the
 * ticket's code of that level; key words are a second way in.
 *
 * @param types the PSA's types
 * @param subtypes the PSA's subtypes
 * @param items the PSA's items
 * @param keywords words or phrases that the title may contain
 */
@Schema(
        description =
                "By what a catalogue item is recognised. Of types, subtypes and items, each list that is not empty must"
                        + " hold the ticket's code of that level; key words in the title are a second way in. No part of any"
                        + " agreement: a code that is renamed in the PSA is changed here and needs no signature.")
record Matchers(
        @Size(max = 50) @Schema(description = "The PSA's types.", examples = "[\"Project\"]")
        List<@NotBlank @Size(max = 200) String> types,

        @Size(max = 50) @Schema(description = "The PSA's subtypes.", examples = "[\"Relocation\"]")
        List<@NotBlank @Size(max = 200) String> subtypes,

        @Size(max = 50) @Schema(description = "The PSA's items.")
        List<@NotBlank @Size(max = 200) String> items,

        @Size(max = 50)
        @Schema(
                description = "Words or phrases that the title may contain.",
                examples = "[\"office move\",\"relocation\"]")
        List<@NotBlank @Size(max = 200) String> keywords) {

    static final Matchers NONE = new Matchers(null, null, null, null);

    Matchers {
        types = types == null ? List.of() : types;
        subtypes = subtypes == null ? List.of() : subtypes;
        items = items == null ? List.of() : items;
        keywords = keywords == null ? List.of() : keywords;
    }

    ItemMatchers forEngine() {
        return new ItemMatchers(types, subtypes, items, keywords);
    }
}
