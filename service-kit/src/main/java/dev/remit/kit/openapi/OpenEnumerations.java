package dev.remit.kit.openapi;

import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Enumerations of answers may grow. There they are texts that list the values known today, since a client made from a closed
 * list refuses an answer with a later one; what is only sent stays a closed list.
 */
final class OpenEnumerations {
    private static final String KNOWN_TODAY = "x-extensible-enum";
    private static final String MAY_GROW =
            "More values may come in answers: a client must be able to read one that it does not know.";

    private OpenEnumerations() {}

    static void tell(OpenAPI document) {
        SchemaUse.eachOfAnswers(document, OpenEnumerations::open);
    }

    private static void open(Schema schema) {
        if (schema.getEnumeration() != null) {
            schema.addExtension(KNOWN_TODAY, schema.getEnumeration());
            schema.setEnumeration(null);
            if (schema.getDescription() == null) {
                schema.setDescription(MAY_GROW);
            }
        }
    }
}
