package dev.remit.kit.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;

/** The examples of request bodies: {@code META-INF/examples/<operation>.json} has an object of them by name. */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, Object>> BY_NAME = new TypeReference<>() {};

    private Examples() {}

    static Optional<Map<String, Example>> of(String operation) {
        try (InputStream file = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/examples/" + operation + ".json")) {
            if (file == null) {
                return Optional.empty();
            }
            Map<String, Example> examples = new LinkedHashMap<>();
            JSON.readValue(file, BY_NAME)
                    .forEach((name, value) ->
                            examples.put(name, OASFactory.createExample().value(value)));
            return Optional.of(examples);
        } catch (IOException e) {
            throw new UncheckedIOException("The examples of " + operation + " cannot be read", e);
        }
    }
}
