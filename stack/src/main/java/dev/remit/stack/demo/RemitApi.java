package dev.remit.stack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Remit as an integrator sees it: the gateway's address and a token for each who calls. */
public final class RemitApi {

    private static final int BAD_GATEWAY = 502;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;
    private final UnaryOperator<String> tokens;
    private final int timesAgain;

    /**
     * @param gateway address of the gateway
     * @param tokens gives an access token for a user or machine client by its name
     */
    public RemitApi(URI gateway, UnaryOperator<String> tokens) {
        this(gateway, tokens, 0);
    }

    private RemitApi(URI gateway, UnaryOperator<String> tokens, int timesAgain) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.timesAgain = timesAgain;
    }

    /** The same for where services are killed: a read that broke off on its way is asked again, so many times at most. */
    public RemitApi readingAgain(int times) {
        return new RemitApi(gateway, tokens, times);
    }

    /** Calls made by this user or machine client. */
    public As as(String who) {
        return new As(who);
    }

    /** The access token of this user or machine client, for a caller of its own. */
    public String token(String who) {
        return tokens.apply(who);
    }

    /** An answer other than what the caller can use. */
    public static final class UnexpectedAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String body;

        /** @param answer to the request, of whatever status */
        public UnexpectedAnswer(HttpRequest request, HttpResponse<String> answer) {
            super(request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            this.status = answer.statusCode();
            this.body = answer.body();
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }

        /** Whether the answer is the problem of this name, the last part of its type. */
        public boolean isProblem(String name) {
            return body.contains("/problems/" + name + "\"");
        }
    }

    /** The calls that one user or machine client makes. */
    public final class As {

        private final String who;

        private As(String who) {
            this.who = who;
        }

        /** The object at this path; throws unless it is there. */
        public JsonNode get(String path) {
            return find(path).orElseThrow(() -> new IllegalStateException(path + " is not there for " + who));
        }

        /** The object at this path, or empty where the answer is 404. */
        public Optional<JsonNode> find(String path) {
            HttpRequest request = request(path).GET().build();
            HttpResponse<String> answer = ask(request);
            return answer.statusCode() == 404 ? Optional.empty() : Optional.of(body(request, answer));
        }

        /** The text at this path, as it is. */
        public String text(String path) {
            HttpRequest request = request(path).GET().build();
            HttpResponse<String> answer = ask(request);
            requireSuccess(request, answer);
            return answer.body();
        }

        /** Posts under a key made of caller, path and body, so that loading twice creates once. */
        public JsonNode post(String path, Object body) {
            String text = write(body);
            byte[] all = (who + " " + path + " " + text).getBytes(StandardCharsets.UTF_8);
            return post(path, text, UUID.nameUUIDFromBytes(all).toString());
        }

        /** Posts under the caller's own idempotency key. */
        public JsonNode post(String path, Object body, String key) {
            return send("POST", path, body, "Idempotency-Key", key);
        }

        /** A change of exactly the state that {@code etag} names. */
        public JsonNode put(String path, Object body, String etag) {
            return send("PUT", path, body, "If-Match", etag);
        }

        /** An upsert from a source. */
        public JsonNode put(String path, Object body) {
            return send("PUT", path, body);
        }

        /** A file, as it is. */
        public JsonNode putFile(String path, byte[] file) {
            return answered(request(path)
                    .header("Content-Type", "application/octet-stream")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(file))
                    .build());
        }

        /** The current ETag of an object. */
        public String etag(String path) {
            HttpRequest request = request(path).GET().build();
            HttpResponse<String> answer = ask(request);
            requireSuccess(request, answer);
            return answer.headers()
                    .firstValue("ETag")
                    .orElseThrow(() -> new IllegalStateException(path + " has no ETag"));
        }

        private JsonNode send(String method, String path, Object body, String... headers) {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(write(body)));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return answered(request.build());
        }

        private JsonNode answered(HttpRequest request) {
            return body(request, RemitApi.this.send(request));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(Duration.ofSeconds(40))
                    .header("Authorization", "Bearer " + tokens.apply(who));
        }
    }

    private HttpResponse<String> ask(HttpRequest request) {
        HttpResponse<String> answer = send(request);
        for (int again = 0; again < timesAgain && answer.statusCode() == BAD_GATEWAY; again++) {
            answer = send(request);
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling " + request.uri(), interrupted);
        }
    }

    private static JsonNode body(HttpRequest request, HttpResponse<String> answer) {
        requireSuccess(request, answer);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException notJson) {
            throw new UnexpectedAnswer(request, answer);
        }
    }

    private static void requireSuccess(HttpRequest request, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new UnexpectedAnswer(request, answer);
        }
    }

    private static String write(Object body) {
        if (body instanceof String json) {
            return json;
        }
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
