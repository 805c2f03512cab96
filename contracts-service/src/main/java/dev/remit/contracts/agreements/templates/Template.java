package dev.remit.contracts.agreements.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.scope.AgreementKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agreement to begin with.
 *
 * @param terms without dates
 */
@Schema(name = "AgreementTemplate")
public record Template(
        @Schema(examples = "weekday") String code,
        @Schema(examples = "Managed services on weekdays") String name,

        @Schema(description = "Of which kind of agreement it is.")
        AgreementKind kind,

        @Schema(description = "For whom it is, and what has to be filled in.")
        String description,

        @Schema(implementation = Object.class, description = "Its terms, without dates.")
        ObjectNode terms) {

    /** Of a master where the file does not say. */
    public Template {
        kind = kind == null ? AgreementKind.MASTER : kind;
    }

    /** Its terms with the rates in a currency; a copy. */
    public ObjectNode in(String currency) {
        ObjectNode copy = terms.deepCopy();
        if (copy.get("rateCard") instanceof ObjectNode card) {
            card.put("currency", currency);
        }
        return copy;
    }
}
