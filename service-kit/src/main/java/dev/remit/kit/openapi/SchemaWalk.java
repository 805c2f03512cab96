package dev.remit.kit.openapi;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Where schemas stand in a document. */
final class SchemaWalk {
    private static final String COMPONENT = "#/components/schemas/";

    private SchemaWalk() {}

    /** Shows every schema once, those of components first, whatever holds another before what it holds. */
    static void each(OpenAPI document, Consumer<Schema> visitor) {
        Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Components components = document.getComponents();
        Stream.of(
                        values(components.getSchemas()),
                        ofSharedAnswers(document),
                        operations(document).flatMap(SchemaWalk::ofRequest),
                        operations(document).flatMap(SchemaWalk::ofAnswers))
                .flatMap(found -> found)
                .forEach(schema -> visit(schema, seen, visitor));
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths() == null
                ? Stream.empty()
                : values(document.getPaths().getPathItems()).flatMap(path -> path.getOperations().values().stream());
    }

    /** The schemas of what an operation answers. */
    static Stream<Schema> ofAnswers(Operation operation) {
        return operation.getResponses() == null
                ? Stream.empty()
                : values(operation.getResponses().getAPIResponses()).flatMap(SchemaWalk::ofAnswer);
    }

    /** The schemas of answers that operations only refer to. */
    static Stream<Schema> ofSharedAnswers(OpenAPI document) {
        return values(document.getComponents().getResponses()).flatMap(SchemaWalk::ofAnswer);
    }

    /** The schemas that a schema is directly made of. */
    static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        values(schema.getProperties()),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema(), schema.getPropertyNames()),
                        all(schema.getAllOf()),
                        all(schema.getAnyOf()),
                        all(schema.getOneOf()))
                .flatMap(parts -> parts)
                .filter(Objects::nonNull);
    }

    /** The name of the component that a schema refers to. */
    static Optional<String> component(Schema schema) {
        return Optional.ofNullable(schema.getRef())
                .filter(reference -> reference.startsWith(COMPONENT))
                .map(reference -> reference.substring(COMPONENT.length()));
    }

    /** The schemas of what an operation takes. */
    static Stream<Schema> ofRequest(Operation operation) {
        RequestBody body = operation.getRequestBody();
        return Stream.concat(
                all(operation.getParameters()).map(Parameter::getSchema),
                body == null ? Stream.empty() : ofContent(body.getContent()));
    }

    private static Stream<Schema> ofAnswer(APIResponse answer) {
        return Stream.concat(values(answer.getHeaders()).map(Header::getSchema), ofContent(answer.getContent()));
    }

    private static Stream<Schema> ofContent(Content content) {
        return content == null
                ? Stream.empty()
                : values(content.getMediaTypes()).map(MediaType::getSchema);
    }

    private static void visit(Schema schema, Set<Schema> seen, Consumer<Schema> visitor) {
        if (schema != null && seen.add(schema)) {
            visitor.accept(schema);
            parts(schema).forEach(part -> visit(part, seen, visitor));
        }
    }

    private static <T> Stream<T> values(Map<String, T> map) {
        return map == null ? Stream.empty() : List.copyOf(map.values()).stream();
    }

    private static <T> Stream<T> all(Collection<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
