package dev.remit.kit.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas of a document answers are made of, with whatever these refer to. */
final class SchemaUse {
    private static final String COMPONENT = "#/components/schemas/";

    private final Map<String, Schema> schemas;
    private final Set<String> names = new HashSet<>();

    private SchemaUse(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    /** The names, among the document's components, of those of answers. */
    static Set<String> inAnswers(OpenAPI document) {
        SchemaUse found = new SchemaUse(document.getComponents().getSchemas());
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            document.getPaths().getPathItems().values().stream()
                    .flatMap(path -> path.getOperations().values().stream())
                    .flatMap(SchemaUse::ofAnswers)
                    .filter(Objects::nonNull)
                    .forEach(found::follow);
        }
        return found.names;
    }

    private static Stream<Schema> ofAnswers(Operation operation) {
        return operation.getResponses() == null
                ? Stream.empty()
                : operation.getResponses().getAPIResponses().values().stream()
                        .flatMap(answer -> ofContent(answer.getContent()));
    }

    private static Stream<Schema> ofContent(Content content) {
        return content == null || content.getMediaTypes() == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream().map(MediaType::getSchema);
    }

    private void follow(Schema schema) {
        if (schema == null) {
            return;
        }
        String reference = schema.getRef();
        if (reference != null && reference.startsWith(COMPONENT)) {
            String name = reference.substring(COMPONENT.length());
            if (names.add(name)) {
                follow(schemas.get(name));
            }
        }
        follow(schema.getItems());
        follow(schema.getAdditionalPropertiesSchema());
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(this::follow);
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .forEach(parts -> parts.forEach(this::follow));
    }
}
