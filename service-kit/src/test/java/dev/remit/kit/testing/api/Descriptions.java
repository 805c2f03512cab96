package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks in the API document of the running service for what nobody described. */
public final class Descriptions {
    private static final List<String> OF_OPERATIONS = List.of("operationId", "summary", "tags");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private Descriptions() {}

    /** What is missing, in words; empty where every operation and every parameter is described. */
    public static List<String> missing() {
        Map<String, Map<String, Object>> paths =
                RestAssured.get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<String> missing = new ArrayList<>();
        if (paths.isEmpty()) {
            missing.add("The document has no paths");
        }
        paths.forEach((path, methods) -> methods.forEach((verb, described) -> {
            if (described instanceof Map<?, ?> operation) {
                missingOf(verb + " " + path, operation, missing);
            }
        }));
        return missing;
    }

    /** Which answers have no example, or one that is not as they are described, in words. */
    public static List<String> faultsOfExamples() {
        return new ExampleRules(ApiDocument.parse(
                        RestAssured.get("/q/openapi?format=json").asString()))
                .faults();
    }

    /** What is wrong with what a webhook says, in words; empty where it is as the document describes its type. */
    public static List<String> faultsOfWebhook(String type, String body) {
        ApiDocument document =
                ApiDocument.parse(RestAssured.get("/q/openapi?format=json").asString());
        JsonNode media = document.root()
                .path("webhooks")
                .path(type)
                .at("/post/requestBody/content")
                .path("application/json");
        return media.isMissingNode()
                ? List.of("nothing is said of " + type)
                : new AnswerRules(document).faultsOf(media.path("schema"), Json.read(body));
    }

    private static void missingOf(String name, Map<?, ?> operation, List<String> missing) {
        Set<Object> described =
                parametersOf(operation).map(parameter -> parameter.get("name")).collect(Collectors.toSet());
        PLACEHOLDER
                .matcher(name)
                .results()
                .map(found -> found.group(1))
                .filter(placeholder -> !described.contains(placeholder))
                .forEach(placeholder -> missing.add(name + " does not say what " + placeholder + " is"));
        OF_OPERATIONS.stream()
                .filter(member -> operation.get(member) == null)
                .forEach(member -> missing.add(name + " has no " + member));
        parametersOf(operation)
                .filter(parameter -> parameter.get("description") == null)
                .forEach(parameter -> missing.add(name + " does not describe " + parameter.get("name")));
    }

    private static Stream<Map<?, ?>> parametersOf(Map<?, ?> operation) {
        return operation.get("parameters") instanceof List<?> parameters
                ? parameters.stream().map(parameter -> (Map<?, ?>) parameter)
                : Stream.empty();
    }
}
