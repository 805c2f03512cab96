package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Remit as somebody sees it who has its API document and no other page: operations by their ids, bodies by their examples,
 * header fields where the document demands them.
 */
public final class DocumentedApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI gateway;
    private final JsonNode document;

    /** Fetches the document from where everybody has it. */
    public DocumentedApi(String gateway) {
        this.gateway = URI.create(gateway);
        this.document = read(send(get("/openapi").build()).body());
    }

    /** An operation as the document has it. */
    private record Operation(String method, String path, JsonNode told) {}

    /** A copy of one of the bodies that the document shows for an operation. */
    public ObjectNode example(String operationId, String name) {
        JsonNode body = operation(operationId).told().at("/requestBody/content/application~1json/examples");
        if (!body.has(name)) {
            throw new IllegalArgumentException(operationId + " has no example " + name);
        }
        return body.path(name).path("value").deepCopy();
    }

    /** The calls of whoever has this token. */
    public As as(String token) {
        return new As(token);
    }

    /** The calls of one person or machine. */
    public final class As {
        private final String token;

        private As(String token) {
            this.token = token;
        }

        /** Calls an operation without a body. */
        public JsonNode call(String operationId, Map<String, ?> parameters) {
            return read(text(operationId, parameters, null));
        }

        /**
         * Calls an operation.
         *
         * @param parameters of the path, and of the query
         * @throws UnexpectedAnswer where the answer is none of a success, or one that the document does not know
         */
        public JsonNode call(String operationId, Map<String, ?> parameters, Object body) {
            return read(text(operationId, parameters, body));
        }

        /** The answer as it is. */
        public String text(String operationId, Map<String, ?> parameters) {
            return text(operationId, parameters, null);
        }

        private String text(String operationId, Map<String, ?> parameters, Object body) {
            Operation operation = operation(operationId);
            String address = address(operation, parameters);
            HttpRequest.Builder request = get(address).header("Authorization", "Bearer " + token);
            if (demands(operation, "Idempotency-Key")) {
                request.header("Idempotency-Key", UUID.randomUUID().toString());
            }
            if (demands(operation, "If-Match")) {
                request.header("If-Match", etag(address));
            }
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            request.method(
                    operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(write(body)));
            HttpRequest asked = request.build();
            HttpResponse<String> answer = send(asked);
            if (answer.statusCode() / 100 != 2
                    || !operation.told().path("responses").has(String.valueOf(answer.statusCode()))) {
                throw new UnexpectedAnswer(asked, answer);
            }
            return answer.body();
        }

        private String etag(String address) {
            HttpRequest asked =
                    get(address).header("Authorization", "Bearer " + token).build();
            return send(asked).headers().firstValue("ETag").orElseThrow();
        }
    }

    private Operation operation(String id) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (method.getValue().path("operationId").asText().equals(id)) {
                    return new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue());
                }
            }
        }
        throw new IllegalArgumentException("The document has no operation " + id);
    }

    private static String address(Operation operation, Map<String, ?> parameters) {
        String address = operation.path();
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, ?> parameter : parameters.entrySet()) {
            String value = URLEncoder.encode(String.valueOf(parameter.getValue()), StandardCharsets.UTF_8);
            String place = "{" + parameter.getKey() + "}";
            if (address.contains(place)) {
                address = address.replace(place, value);
            } else {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.getKey())
                        .append('=')
                        .append(value);
            }
        }
        return address + query;
    }

    private static boolean demands(Operation operation, String field) {
        return StreamSupport.stream(operation.told().path("parameters").spliterator(), false)
                .anyMatch(parameter -> parameter.path("name").asText().equals(field)
                        && parameter.path("required").asBoolean());
    }

    private HttpRequest.Builder get(String address) {
        return HttpRequest.newBuilder(gateway.resolve(address)).timeout(Duration.ofSeconds(40));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
