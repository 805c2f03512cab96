package dev.remit.contracts.agreements.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.http.MayBeAbsent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that is said otherwise.
 *
 * @param kind whether it is new, gone or changed
 * @param subject which paragraph, rule or amount, in words
 * @param member of the subject, by its path in the terms; null where the whole subject is new or gone
 * @param before null where it is new
 * @param after null where it is gone
 * @param text all of it in a sentence
 */
@Schema(name = "TermsDifference")
public record Difference(
        Kind kind,
        @Schema(examples = "Rule for item office-move") String subject,

        @MayBeAbsent @Schema(description = "Absent where the whole subject is new or gone.", examples = "treatment")
        String member,

        @MayBeAbsent @Schema(implementation = Object.class, description = "Absent where it is new.")
        JsonNode before,

        @MayBeAbsent @Schema(implementation = Object.class, description = "Absent where it is gone.")
        JsonNode after,

        @Schema(examples = "Rule for item office-move: treatment was INCLUDED, is now EXTRA.")
        String text) {

    /** How it differs. */
    @Schema(name = "TermsDifferenceKind")
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
