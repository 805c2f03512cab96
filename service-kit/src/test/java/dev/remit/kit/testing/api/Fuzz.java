package dev.remit.kit.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.kit.testing.api.ApiOperation.Parameter;
import dev.remit.kit.testing.api.Json.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Sends random requests, right ones and ones that are wrong in a place or two, and holds every answer against the document.
 * The same seed sends the same requests, as far as the answers before them were the same.
 */
public final class Fuzz {
    private static final int MOST_COMPLAINTS = 100;
    private static final int REMEMBERED = 40;
    private static final List<String> TAGS = List.of("*", "\"1\"", "\"2\"", "\"x\"", "W/\"1\"", "1");
    private static final List<String> MEDIA =
            List.of("*/*", "application/json", "text/csv", "image/png", "application/problem+json", "a/b;q=0");

    private final URI base;
    private final ApiDocument document;
    private final AnswerRules rules;
    private final RandomJson json;
    private final Function<String, RightRequest> right;
    private final long seed;
    private final Random random;
    private final Map<String, List<String>> heard = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> tally = new TreeMap<>();

    /** @param right who sends a request to an operation, and where to; bodies and what is missing are made up */
    public Fuzz(URI base, ApiDocument document, Function<String, RightRequest> right, long seed) {
        this.base = base;
        this.document = document;
        this.rules = new AnswerRules(document);
        this.right = right;
        this.seed = seed;
        this.random = new Random(seed);
        this.json = new RandomJson(document, random);
    }

    /** A line for each answer that was not as described, with the request and the seed; at most a hundred. */
    public List<String> run(int cases) {
        List<ApiOperation> operations = document.operations();
        Map<String, RightRequest> known = new HashMap<>();
        operations.forEach(operation -> known.put(operation.name(), right.apply(operation.name())));
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < cases && wrong.size() < MOST_COMPLAINTS; i++) {
            ApiOperation operation = operations.get(i < operations.size() ? i : random.nextInt(operations.size()));
            ApiCall call = call(operation, known.get(operation.name()), i < operations.size());
            ApiAnswer answer = call.send(base);
            tally.computeIfAbsent(operation.name(), ignored -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
            remember(answer);
            rules.complaints(operation, answer)
                    .forEach(complaint -> wrong.add(
                            "seed " + seed + ": " + call + "\n  answered " + answer + "\n  which " + complaint));
        }
        return wrong;
    }

    /** For each operation how often it answered with which status. */
    public Map<String, Map<Integer, Integer>> tally() {
        return tally;
    }

    private ApiCall call(ApiOperation operation, RightRequest request, boolean asItIs) {
        String body = asItIs ? request.bodyOr(operation, null) : body(operation, request);
        ApiCall call = request.call(operation, body).at(path(operation, request, asItIs));
        if (asItIs) {
            return call;
        }
        for (Parameter parameter : operation.parameters("query")) {
            if (oneIn(3)) {
                call = call.query(parameter.name(), value(parameter));
            }
        }
        if (operation.takes("If-Match")) {
            call = call.header("If-Match", oneIn(12) ? null : oneIn(3) ? heard("ETag", "*") : any(TAGS));
        }
        if (operation.takes("Idempotency-Key")) {
            String key =
                    oneIn(3) ? "key-" + random.nextInt(20) : new UUID(random.nextLong(), random.nextLong()).toString();
            call = call.header("Idempotency-Key", oneIn(12) ? null : oneIn(12) ? "two words" : key);
        }
        if (oneIn(15)) {
            call = call.header("Accept", any(MEDIA));
        }
        if (oneIn(40)) {
            call = call.header(
                    "Content-Type", any(List.of("text/plain", "application/xml", "application/json;charset=latin1")));
        }
        if (oneIn(40)) {
            call = call.header("Authorization", oneIn(2) ? null : "Bearer not.a.token");
        }
        return call;
    }

    private Map<String, String> path(ApiOperation operation, RightRequest request, boolean asItIs) {
        Map<String, String> path = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters("path")) {
            String name = parameter.name();
            boolean known = request.path().containsKey(name);
            String usual = known ? request.path().get(name) : heard(name, "1");
            path.put(name, asItIs || !oneIn(6) ? usual : oneIn(2) ? heard(name, usual) : json.anyText());
        }
        // A segment that is empty or only dots is another path.
        path.replaceAll((name, value) -> value.isEmpty() || value.matches("[.]+") ? "x" : value);
        return path;
    }

    private String value(Parameter parameter) {
        if (oneIn(3)) {
            return json.anyText();
        }
        return oneIn(2)
                ? heard(parameter.name(), "1")
                : json.of(parameter.schema()).asText();
    }

    private String body(ApiOperation operation, RightRequest request) {
        if (operation.body().isEmpty()) {
            return null;
        }
        JsonNode schema = operation.body().get();
        JsonNode body = oneIn(2) ? Json.read(request.bodyOr(operation, "{}")) : json.of(schema);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            body = changed(body);
        }
        String text = Json.text(body);
        return oneIn(40) ? text.substring(0, random.nextInt(text.length() + 1)) : text;
    }

    /**
     * With one value anywhere replaced, taken away or added, or one learnt from an answer put in; also inside a text that is
     * JSON itself.
     */
    private JsonNode changed(JsonNode body) {
        List<Place> places = new ArrayList<>();
        collect(body, Place.ROOT, places);
        Place place = any(places);
        JsonNode here = place.get(body);
        Optional<JsonNode> inside = here.isTextual() ? Json.objectIn(here.asText()) : Optional.empty();
        if (inside.isPresent() && oneIn(2)) {
            return place.put(body, Json.NEW.textNode(Json.text(changed(inside.get()))));
        }
        boolean member = !place.steps().isEmpty() && place.steps().getLast() instanceof String;
        if (member && oneIn(5)) {
            return place.put(body, null);
        }
        if (member && here.isTextual() && oneIn(3)) {
            return place.put(
                    body, Json.NEW.textNode(heard((String) place.steps().getLast(), here.asText())));
        }
        if (here instanceof ObjectNode object && oneIn(2)) {
            return place.put(body, object.deepCopy().set(oneIn(2) ? "noSuchField" : json.anyText(), json.anything()));
        }
        if (here instanceof ArrayNode array && oneIn(2)) {
            return place.put(body, array.deepCopy().add(array.isEmpty() || oneIn(2) ? json.anything() : array.get(0)));
        }
        return place.put(body, json.anything());
    }

    private static void collect(JsonNode node, Place place, List<Place> places) {
        places.add(place);
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), place.of(i), places);
            }
        }
        node.properties().forEach(member -> collect(member.getValue(), place.of(member.getKey()), places));
    }

    private void remember(ApiAnswer answer) {
        answer.headers().firstValue("ETag").ifPresent(tag -> remember("ETag", tag));
        if (answer.isGood() && answer.mediaType().equals("application/json")) {
            remember(answer.json());
        }
    }

    private void remember(JsonNode node) {
        node.properties().forEach(member -> {
            if (member.getValue().isTextual() || member.getValue().isIntegralNumber()) {
                remember(member.getKey(), member.getValue().asText());
            }
        });
        node.forEach(this::remember);
    }

    private void remember(String name, String value) {
        if (value.length() <= 200) {
            List<String> values = heard.computeIfAbsent(name, ignored -> new ArrayList<>());
            if (!values.contains(value)) {
                if (values.size() == REMEMBERED) {
                    values.remove(random.nextInt(REMEMBERED));
                }
                values.add(value);
            }
        }
    }

    /** A value that some answer had under this name. */
    private String heard(String name, String otherwise) {
        List<String> values = heard.getOrDefault(name, List.of());
        return values.isEmpty() ? otherwise : any(values);
    }

    private boolean oneIn(int cases) {
        return random.nextInt(cases) == 0;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
