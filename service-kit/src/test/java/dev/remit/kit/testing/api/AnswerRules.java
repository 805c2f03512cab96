package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.remit.engines.evidence.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds an answer against the document: its status, its media type, its headers and its body must be described for the
 * operation. A member that the schema does not list counts as undescribed, although clients must put up with one.
 */
final class AnswerRules {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    /** Names of our classes, words of the database, traces of a stack. */
    private static final Pattern LEAK = Pattern.compile(
            "dev\\.remit\\.(?!example)|Exception|java\\.|jakarta\\.|org\\.hibernate|io\\.quarkus|com\\.fasterxml|com\\.mysql"
                    + "|\\bSELECT \\b|\\bINSERT INTO\\b|\\bFOR UPDATE\\b|tenant_id|Duplicate entry|\\bat [a-z]+\\.[a-z.]+\\(");

    private static final String NOT_AS_DESCRIBED = "is not as described: ";
    private static final int URI_TOO_LONG = 414;

    /** Headers that clients act on. */
    private static final List<String> DESCRIBED =
            List.of("ETag", "Location", "Idempotent-Replayed", "Link", "RateLimit", "RateLimit-Policy", "Retry-After");

    private final List<ApiOperation> operations;
    private final JsonNode components;
    private final Map<String, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final Set<String> sound = ConcurrentHashMap.newKeySet();

    AnswerRules(ApiDocument document) {
        this.operations = document.operations();
        this.components = closed(document.root().path("components").deepCopy());
    }

    /**
     * What of the JSON of an answer is not as its operation says; empty where nothing is, or nothing is said of the answer. An
     * answer that was sound is not looked at again: whoever waits for something is given the same many times.
     */
    List<String> faultsOfBody(String method, String path, ApiAnswer answer) {
        return operations.stream()
                .filter(operation -> operation.isAt(method, path))
                .findFirst()
                .filter(operation -> operation.answer(answer.status()).isPresent())
                .map(operation -> faultsOfNewBody(operation, answer))
                .orElse(List.of());
    }

    private List<String> faultsOfNewBody(ApiOperation operation, ApiAnswer answer) {
        String seen = operation.name() + " " + answer.status() + " " + Sha256.hex(answer.body());
        if (sound.contains(seen)) {
            return List.of();
        }
        List<String> faults = complaints(operation, answer).stream()
                .filter(complaint -> complaint.startsWith(NOT_AS_DESCRIBED))
                .toList();
        if (faults.isEmpty()) {
            sound.add(seen);
        }
        return faults;
    }

    /** What of a value is not as a schema of the document says. */
    List<String> faultsOf(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema.toString(), ignored -> compile(schema)).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** What is wrong with an answer; empty when nothing is. */
    List<String> complaints(ApiOperation operation, ApiAnswer answer) {
        List<String> complaints = new ArrayList<>();
        JsonNode described = operation.answer(answer.status()).orElse(null);
        if (answer.status() >= 500) {
            complaints.add("failed");
        }
        if (described == null) {
            complaints.add("has a status that is not described");
            return complaints;
        }
        described.path("headers").properties().forEach(header -> {
            if (header.getValue().path("required").asBoolean()
                    && answer.headers().firstValue(header.getKey()).isEmpty()) {
                complaints.add("has no " + header.getKey());
            }
        });
        for (String header : DESCRIBED) {
            if (answer.headers().firstValue(header).isPresent()
                    && described.path("headers").path(header).isMissingNode()) {
                complaints.add("has a header that is not described: " + header);
            }
        }
        if (answer.status() >= 400 && LEAK.matcher(answer.text()).find()) {
            complaints.add("tells of our inside");
        }
        body(operation, answer, described.path("content"), complaints);
        return complaints;
    }

    private void body(ApiOperation operation, ApiAnswer answer, JsonNode content, List<String> complaints) {
        if (answer.status() == URI_TOO_LONG && answer.body().length == 0) {
            // A service that is asked directly has its HTTP server say so; the gateway says it as a problem.
            return;
        }
        if (content.isEmpty()) {
            if (answer.body().length > 0) {
                complaints.add("has a body that is not described");
            }
            return;
        }
        JsonNode media = content.path(answer.mediaType());
        if (media.isMissingNode()) {
            complaints.add("has a media type that is not described: " + answer.mediaType());
        } else if (answer.mediaType().matches(".*[/+]json")) {
            faultsOf(media.path("schema"), answer.json()).forEach(fault -> complaints.add(NOT_AS_DESCRIBED + fault));
        }
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode root = closed(schema.deepCopy());
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.set("components", components);
        return SCHEMAS.getSchema(root, CONFIG);
    }

    /** The same schemas with every object closed that does not say otherwise. */
    private static <T extends JsonNode> T closed(T schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(AnswerRules::closed);
        return schema;
    }
}
