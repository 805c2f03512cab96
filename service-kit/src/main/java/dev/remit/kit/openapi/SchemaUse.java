package dev.remit.kit.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas of a document answers are made of, with whatever these refer to. */
final class SchemaUse {
    private final Map<String, Schema> schemas;
    private final Set<String> names = new HashSet<>();

    private SchemaUse(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names, among the document's components, of those of answers. */
    static Set<String> inAnswers(OpenAPI document) {
        SchemaUse found = new SchemaUse(document.getComponents().getSchemas());
        SchemaWalk.operations(document)
                .flatMap(SchemaWalk::ofAnswers)
                .filter(Objects::nonNull)
                .forEach(found::follow);
        return found.names;
    }

    private void follow(Schema schema) {
        SchemaWalk.component(schema).filter(names::add).map(schemas::get).ifPresent(this::follow);
        SchemaWalk.parts(schema).forEach(this::follow);
    }
}
