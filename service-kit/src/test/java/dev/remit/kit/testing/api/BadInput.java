package dev.remit.kit.testing.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.testing.api.ApiOperation.Parameter;
import dev.remit.kit.testing.api.Json.Place;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Sends every operation of a running service what it must refuse, and gives a line for each answer that was not the right
 * one. What is wrong is made from the service's own API document, so nothing new is forgotten.
 */
public final class BadInput {
    /** A name that nobody gives to anything. */
    private static final String NOTHING = "nothing";

    private static final List<String> NO_BODIES =
            List.of("{", "{\"a\"", "nothing", "{}{}", "{} x", "[", "\"", "{'a':1}");

    private static final List<String> BAD_SEGMENTS = List.of(
            "no-such-thing", "-1", "\ud83c\udfe2", "x".repeat(2_000), "a\tb", "1.5", "%", "a\u0000b", "a\ufffdb");

    private final URI base;
    private final ApiDocument document;
    private final AnswerRules rules;
    private final Map<String, RightRequest> right = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param right gives a request that the operation takes now */
    public BadInput(URI base, ApiDocument document, Function<String, RightRequest> right) {
        this.base = base;
        this.document = document;
        this.rules = new AnswerRules(document);
        document.operations().forEach(operation -> this.right.put(operation.name(), right.apply(operation.name())));
        List<String> unready = document.operations().stream()
                .filter(operation -> !this.right.get(operation.name()).isReadyFor(operation))
                .map(ApiOperation::name)
                .toList();
        assertEquals(List.of(), unready, "operations without an example of a body, or a value for their path");
    }

    /** Every field of every body, broken in every way, is refused by its name. */
    public List<String> fields() {
        for (ApiOperation operation : document.operations()) {
            operation.body().ifPresent(schema -> {
                RightRequest request = right(operation);
                if (request.takesAnyBody()) {
                    return;
                }
                JsonNode body = Json.read(request.bodyFor(operation));
                for (Breakages.Broken broken : Breakages.of(document, schema, body)) {
                    refused(
                            request.call(operation, broken.body()),
                            broken.field() + " " + broken.how(),
                            broken.field(),
                            400,
                            422);
                }
            });
        }
        return found();
    }

    /** What is no JSON, no body, another media type or too much is refused. */
    public List<String> bodies() {
        for (ApiOperation operation : document.operations()) {
            if (operation.body().isEmpty()) {
                continue;
            }
            RightRequest request = right(operation);
            refused(request.call(operation).header("Content-Type", "text/plain"), "sends text", null, 415);
            refused(request.call(operation).header("Content-Type", "application/xml"), "sends XML", null, 415);
            if (request.takesAnyBody()) {
                continue;
            }
            for (String text : NO_BODIES) {
                refused(request.call(operation, text), "sends " + text, null, 400);
            }
            refused(request.call(operation, ""), "sends nothing", null, 400);
            refused(request.call(operation, "null"), "sends null", null, 400);
            String body = request.bodyFor(operation);
            if (body.startsWith("{") && body.length() > 2) {
                String name = Json.read(body).fieldNames().next();
                String twice = "{\"" + name + "\":null," + body.substring(1);
                refused(request.call(operation, twice), "names " + name + " twice", null, 400);
            }
            refused(request.call(operation, "[".repeat(5_000)), "nests deeply", null, 400);
        }
        return found();
    }

    /** One byte more than a path takes is refused, whether its length is told or not. */
    public List<String> sizes(Function<String, Integer> limit) {
        for (ApiOperation operation : document.operations()) {
            if (operation.body().isEmpty()) {
                continue;
            }
            int most = limit.apply(operation.name());
            RightRequest request = right(operation);
            ApiCall fitting = request.call(operation, padded("{", most));
            judge(
                    fitting,
                    "sends " + most + " bytes of nonsense",
                    fitting.send(base),
                    null,
                    request.takesAnyBody() ? 202 : 400);
            String large = padded(request.bodyFor(operation), most + 1);
            ApiCall call = request.call(operation, large);
            refused(call, "sends " + (most + 1) + " bytes", null, 413);
            byte[] bytes = large.getBytes(StandardCharsets.UTF_8);
            ApiAnswer answer = call.send(base, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
            judge(call, "sends " + (most + 1) + " bytes in chunks", answer, null, 413);
        }
        return found();
    }

    private static String padded(String body, int length) {
        return body + " ".repeat(length - body.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Every parameter that is wrong is refused by its name; a path that leads nowhere is not found. */
    public List<String> parameters() {
        for (ApiOperation operation : document.operations()) {
            RightRequest request = right(operation);
            for (Parameter parameter : operation.parameters("query")) {
                for (String value : badValues(parameter.schema())) {
                    refused(
                            request.call(operation).query(parameter.name(), value),
                            "asks " + parameter.name() + "=" + value,
                            parameter.name(),
                            400);
                }
                if (parameter.name().equals("cursor")) {
                    for (String value : List.of("!!", "\u0000", "Zm9v\u001f")) {
                        refused(request.call(operation).query("cursor", value), "has a foreign cursor", "cursor", 400);
                    }
                }
            }
            for (Parameter parameter : operation.parameters("path")) {
                for (String value : BAD_SEGMENTS) {
                    Map<String, String> path = new LinkedHashMap<>(request.path());
                    path.put(parameter.name(), value);
                    ApiCall call = request.call(operation).at(path);
                    if (!Schemas.bounds(parameter.schema())) {
                        refused(call, "is at " + parameter.name() + " " + value, null, 401, 404);
                    } else if (!Schemas.fits(parameter.schema(), value)) {
                        refused(call, "is at " + parameter.name() + " " + value, parameter.name(), 400);
                    }
                }
            }
        }
        return found();
    }

    private static List<String> badValues(JsonNode schema) {
        List<String> values = new ArrayList<>();
        switch (Schemas.type(schema)) {
            case "integer" -> {
                values.addAll(List.of("many", "1.5", "1e3", "0x10", "99999999999999999999", " 1", "+1", "١"));
                if (schema.has("minimum")) {
                    values.add(Long.toString(schema.path("minimum").asLong() - 1));
                }
                if (schema.has("maximum")) {
                    values.add(Long.toString(schema.path("maximum").asLong() + 1));
                }
            }
            case "boolean" -> values.addAll(List.of("yes", "TRUE", "1"));
            default -> {
                if (!Schemas.values(schema).isEmpty()) {
                    values.addAll(List.of(
                            "NO_SUCH_VALUE", Schemas.values(schema).getFirst().toLowerCase(java.util.Locale.ROOT)));
                } else if (schema.has("format")) {
                    values.addAll(List.of(
                            "soon",
                            "2026-13-01",
                            "0",
                            "2026-06-11T18:00:00",
                            "+99999-01-01T00:00:00Z",
                            "-0001-01-01T00:00:00Z",
                            "\u0000"));
                }
            }
        }
        return values;
    }

    /** What may be done at each path, and what may be asked there, is what the document says. */
    public List<String> addresses() {
        Addresses addresses = new Addresses(base, document, operation -> right(operation));
        wrong.addAll(addresses.methods());
        wrong.addAll(addresses.queries());
        return found();
    }

    /** What has an entity tag is not sent again to whoever has it. */
    public List<String> copies() {
        return new Addresses(base, document, operation -> right(operation)).copies();
    }

    /** What is right is taken; a repetition has no second effect; a stale or missing precondition stops it. */
    public List<String> repetitionsAndPreconditions() {
        for (ApiOperation operation : document.operations()) {
            RightRequest request = right(operation);
            if (operation.requires("If-Match")) {
                refused(request.call(operation).header("If-Match", null), "has no If-Match", "If-Match", 428);
            }
            if (operation.takes("If-Match")) {
                for (String tag : List.of("\"999999\"", "W/\"1\"", "1", "\"\"", "x", "\"1", "\"-1\", \"x\"")) {
                    refused(request.call(operation).header("If-Match", tag), "has If-Match " + tag, null, 412);
                }
            }
            if (operation.takes("Idempotency-Key")) {
                refused(request.call(operation).header("Idempotency-Key", null), "has no key", "Idempotency-Key", 400);
                for (String key : List.of("", "two words", "x".repeat(256))) {
                    refused(
                            request.call(operation).header("Idempotency-Key", key),
                            "has the key " + key,
                            "Idempotency-Key",
                            400);
                }
            }
            once(operation, request);
        }
        return found();
    }

    private void once(ApiOperation operation, RightRequest request) {
        ApiCall call = request.call(operation);
        ApiAnswer first = call.send(base);
        if (operation.isStream()) {
            judge(call, "does not ask for a stream", first, null, 406);
            return;
        }
        judge(call, "is right", first, null, 200, 201, 202, 204);
        if (!operation.takes("Idempotency-Key") || !first.isGood()) {
            return;
        }
        ApiAnswer again = call.send(base);
        judge(call, "is repeated", again, null, first.status());
        if (!again.text().equals(first.text())
                || !again.headers().firstValue("Idempotent-Replayed").equals(Optional.of("true"))) {
            wrong.add(operation.name() + " is repeated: " + first + " and then " + again);
        }
        changed(operation, request)
                .ifPresent(body -> judge(
                        call.body(body),
                        "has the key of another body",
                        call.body(body).send(base),
                        null,
                        422));
    }

    /** Another right body: a text that may be any is another. */
    private Optional<String> changed(ApiOperation operation, RightRequest request) {
        if (operation.body().isEmpty()) {
            return Optional.empty();
        }
        JsonNode schema = operation.body().get();
        JsonNode body = Json.read(request.bodyFor(operation));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            JsonNode value = body.path(property.getKey());
            JsonNode form = document.resolve(property.getValue());
            if (value.isTextual()
                    && !form.has("format")
                    && Schemas.values(form).isEmpty()
                    && form.path("pattern").asText("\\S").equals("\\S")) {
                JsonNode other = Json.NEW.textNode(value.asText() + "x");
                return Optional.of(Json.text(Place.ROOT.of(property.getKey()).put(body, other)));
            }
        }
        return Optional.empty();
    }

    /** Another tenant's object is answered exactly as one that does not exist. */
    public List<String> strangers(Function<String, String> strangersToken) {
        for (ApiOperation operation : document.operations()) {
            RightRequest request = right(operation);
            if (request.path().isEmpty() || request.token() == null) {
                continue;
            }
            String token = strangersToken.apply(operation.name());
            if (token == null) {
                continue;
            }
            RightRequest stranger = request.as(token);
            Map<String, String> nowhere = new LinkedHashMap<>(request.path());
            nowhere.replaceAll((name, value) -> isUuid(value)
                    ? UUID.randomUUID().toString()
                    : isNumber(value) ? "987654" : operation.allowsAt(name, NOTHING) ? NOTHING : value);
            ApiCall call = stranger.call(operation);
            ApiAnswer theirs = call.send(base);
            judge(call, "asks for another tenant's", theirs, null, 404);
            ApiAnswer none = stranger.call(operation).at(nowhere).send(base);
            if (!anonymous(theirs).equals(anonymous(none))) {
                wrong.add(operation.name() + " tells another tenant's from none: " + theirs + " and " + none);
            }
        }
        return found();
    }

    private static boolean isUuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]+");
    }

    private static String anonymous(ApiAnswer answer) {
        return answer.status() + answer.text().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }

    private RightRequest right(ApiOperation operation) {
        return right.get(operation.name());
    }

    private void refused(ApiCall call, String how, String field, int... statuses) {
        judge(call, how, call.send(base), field, statuses);
    }

    private void judge(ApiCall call, String how, ApiAnswer answer, String field, int... statuses) {
        String line = call.operation().name() + " " + shortened(how) + " answered " + answer;
        boolean expected = false;
        for (int status : statuses) {
            expected |= answer.status() == status;
        }
        if (!expected) {
            wrong.add(line);
        } else if (field != null && !names(answer, field)) {
            wrong.add(line + " without naming " + field);
        } else {
            rules.complaints(call.operation(), answer).forEach(complaint -> wrong.add(line + " which " + complaint));
        }
    }

    /** Whether a problem names the field, or the pair that it is half of; half a character is not even JSON to some readers. */
    private static boolean names(ApiAnswer answer, String field) {
        String pair = field.replaceFirst("(\\[[0-9]+\\])\\[[01]\\]$", "$1");
        return answer.fields().contains(field)
                || answer.fields().contains(pair)
                || answer.text().contains("half a character (a lone surrogate)");
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private List<String> found() {
        List<String> lines = List.copyOf(wrong);
        wrong.clear();
        return lines;
    }
}
