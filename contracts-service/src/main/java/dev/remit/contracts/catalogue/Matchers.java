package dev.remit.contracts.catalogue;

import dev.remit.engines.catalogue.ItemMatchers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * By what a catalogue item is recognised. Of boards, types, subtypes, items and requesters, each list that is not empty
 * must hold what the ticket has; key words are a second way in.
 *
 * @param boards the PSA's boards or queues
 * @param types the PSA's types
 * @param subtypes the PSA's subtypes
 * @param items the PSA's items
 * @param keywords words or phrases that the title may contain
 * @param requesters names or e-mail addresses of who asks
 */
@Schema(
        description =
                "By what a catalogue item is recognised. Of boards, types, subtypes, items and requesters, each list that"
                        + " is not empty must hold what the ticket has; key words in the title are a second way in. A type"
                        + " or a board alone is what a ticket on it is by default. No part of any"
                        + " agreement: a code that is renamed in the PSA is changed here and needs no signature.")
record Matchers(
        @Size(max = 50) @Schema(description = "The PSA's boards or queues.", examples = "[\"Onboarding\"]")
        List<@NotBlank @Size(max = 200) String> boards,

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
        List<@NotBlank @Size(max = 200) String> keywords,

        @Size(max = 50)
        @Schema(
                description = "Names or e-mail addresses of who asks, such as that of a monitor.",
                examples = "[\"alerts@monitor.example\"]")
        List<@NotBlank @Size(max = 200) String> requesters) {

    static final Matchers NONE = new Matchers(null, null, null, null, null, null);

    Matchers {
        boards = boards == null ? List.of() : boards;
        types = types == null ? List.of() : types;
        subtypes = subtypes == null ? List.of() : subtypes;
        items = items == null ? List.of() : items;
        keywords = keywords == null ? List.of() : keywords;
        requesters = requesters == null ? List.of() : requesters;
    }

    ItemMatchers forEngine() {
        return new ItemMatchers(boards, types, subtypes, items, keywords, requesters);
    }
}
