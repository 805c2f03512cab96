package dev.remit.kit.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Examples of what is answered, one a schema: {@code META-INF/examples/answers/<schema>.json}. A page without a file of its own
 * is shown with one item, by the example of the item; an answer without a schema of a name goes by its operation's.
 */
final class AnswerExamples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String ITEMS = "items";

    private final OpenAPI document;

    private AnswerExamples(OpenAPI document) {
        this.document = document;
    }

    static void addTo(OpenAPI document) {
        AnswerExamples examples = new AnswerExamples(document);
        SchemaWalk.operations(document).forEach(examples::showAnswersOf);
    }

    private void showAnswersOf(Operation operation) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> Stream.ofNullable(answer.getContent().getMediaType(JSON_TYPE)))
                .forEach(media -> show(media, nameOf(media, operation)));
    }

    private static String nameOf(MediaType media, Operation operation) {
        return Optional.ofNullable(media.getSchema())
                .flatMap(SchemaWalk::component)
                .orElse(operation.getOperationId());
    }

    private void show(MediaType media, String name) {
        exampleOf(name).ifPresent(example -> {
            document.getComponents().addExample(name, OASFactory.createExample().value(example));
            media.setExamples(
                    new LinkedHashMap<>(Map.of(name, OASFactory.createExample().ref(name))));
        });
    }

    private Optional<Map<String, Object>> exampleOf(String schema) {
        return read(schema).or(() -> itemOf(schema)
                .flatMap(this::read)
                .map(item -> new LinkedHashMap<>(Map.of(ITEMS, List.of(item)))));
    }

    private Optional<String> itemOf(String schema) {
        return Optional.ofNullable(document.getComponents().getSchemas().get(schema))
                .map(Schema::getProperties)
                .map(all -> all.get(ITEMS))
                .map(Schema::getItems)
                .flatMap(SchemaWalk::component);
    }

    @SuppressWarnings("unchecked")
    private Optional<Map<String, Object>> read(String schema) {
        try (InputStream file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/examples/answers/" + schema + ".json")) {
            return file == null ? Optional.empty() : Optional.of(JSON.readValue(file, LinkedHashMap.class));
        } catch (IOException e) {
            throw new UncheckedIOException("The example of " + schema + " cannot be read", e);
        }
    }
}
