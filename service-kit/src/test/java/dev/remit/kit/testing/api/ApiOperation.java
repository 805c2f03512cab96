package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** One operation of an API document. */
public record ApiOperation(ApiDocument document, String method, String path, JsonNode node) {

    private static final Map<String, Pattern> PLACES = new ConcurrentHashMap<>();

    /** Where and as what an operation takes a value beside its body. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /** Such as {@code GET /api/tickets/v1/tickets}. */
    public String name() {
        return method + " " + path;
    }

    /** Whether a request is one of it. */
    boolean isAt(String asked, String place) {
        return method.equals(asked) && places().matcher(place).matches();
    }

    private Pattern places() {
        return PLACES.computeIfAbsent(path, template -> Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+")));
    }

    List<Parameter> parameters(String in) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode given : node.path("parameters")) {
            if (in.equals(given.path("in").asText())) {
                parameters.add(new Parameter(
                        given.path("name").asText(),
                        in,
                        given.path("required").asBoolean(),
                        document.resolve(given.path("schema"))));
            }
        }
        return parameters;
    }

    /** Whether a part of the path may be so. */
    boolean allowsAt(String part, String value) {
        return parameters("path").stream()
                .filter(parameter -> parameter.name().equals(part))
                .map(parameter -> parameter.schema().path("pattern").asText(".*"))
                .allMatch(pattern -> Pattern.compile(pattern).matcher(value).find());
    }

    boolean takes(String header) {
        return parameters("header").stream()
                .anyMatch(parameter -> parameter.name().equals(header));
    }

    boolean requires(String header) {
        return parameters("header").stream()
                .anyMatch(parameter -> parameter.name().equals(header) && parameter.required());
    }

    /** Whether its answer goes on until somebody ends it, so that only who names its type is given it. */
    boolean isStream() {
        return node.at("/responses/200/content").has("text/event-stream");
    }

    /** What the body must be. */
    Optional<JsonNode> body() {
        JsonNode schema = document.resolve(node.at("/requestBody/content/application~1json/schema"));
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** The first example of a body that the document gives. */
    Optional<JsonNode> example() {
        for (JsonNode example : node.at("/requestBody/content/application~1json/examples")) {
            return Optional.of(example.path("value"));
        }
        return Optional.empty();
    }

    Optional<JsonNode> answer(int status) {
        return Optional.ofNullable(node.path("responses").get(Integer.toString(status)))
                .map(document::resolve);
    }
}
