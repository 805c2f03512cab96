package dev.remit.kit.openapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Which schemas answers, or requests, are made of, with whatever these refer to. */
final class SchemaUse {
    private final Map<String, Schema> schemas;
    private final Consumer<Schema> visitor;
    private final Set<String> names = new HashSet<>();

    private SchemaUse(Map<String, Schema> schemas, Consumer<Schema> visitor) {
        this.schemas = schemas;
        this.visitor = visitor;
    }

    /** The names, among the document's components, of those of answers. */
    static Set<String> inAnswers(OpenAPI document) {
        return eachOfAnswers(document, schema -> {});
    }

    /** The names, among the document's components, of those of requests. */
    static Set<String> inRequests(OpenAPI document) {
        return each(document, SchemaWalk::ofRequest, schema -> {});
    }

    /** Shows every schema of answers, also those that are no components. */
    static Set<String> eachOfAnswers(OpenAPI document, Consumer<Schema> visitor) {
        return each(document, SchemaWalk::ofAnswers, visitor);
    }

    /** Leaves out components that nothing refers to, such as those of what is only stored. */
    static void keepUsed(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas != null) {
            Set<String> used = inAnswers(document);
            used.addAll(inRequests(document));
            used.addAll(each(document, operation -> SchemaWalk.ofSharedAnswers(document), schema -> {}));
            document.getComponents()
                    .setSchemas(schemas.entrySet().stream()
                            .filter(schema -> used.contains(schema.getKey()))
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one, LinkedHashMap::new)));
        }
    }

    private static Set<String> each(
            OpenAPI document, Function<Operation, Stream<Schema>> part, Consumer<Schema> visitor) {
        SchemaUse found = new SchemaUse(document.getComponents().getSchemas(), visitor);
        SchemaWalk.operations(document).flatMap(part).filter(Objects::nonNull).forEach(found::follow);
        return found.names;
    }

    private void follow(Schema schema) {
        visitor.accept(schema);
        SchemaWalk.component(schema).filter(names::add).map(schemas::get).ifPresent(this::follow);
        SchemaWalk.parts(schema).forEach(this::follow);
    }
}
