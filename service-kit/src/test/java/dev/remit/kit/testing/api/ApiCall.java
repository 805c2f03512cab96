package dev.remit.kit.testing.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** One request to an operation, sent byte for byte as it is written. Each method gives a changed copy. */
public record ApiCall(
        ApiOperation operation,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        String body) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static ApiCall of(ApiOperation operation) {
        return new ApiCall(operation, Map.of(), Map.of(), Map.of(), null);
    }

    ApiCall at(Map<String, String> values) {
        return new ApiCall(operation, values, query, headers, body);
    }

    ApiCall query(String name, String value) {
        return new ApiCall(operation, path, with(query, name, value), headers, body);
    }

    ApiCall header(String name, String value) {
        return new ApiCall(operation, path, query, with(headers, name, value), body);
    }

    ApiCall body(String json) {
        return new ApiCall(operation, path, query, headers, json);
    }

    ApiAnswer send(URI base) {
        return send(base, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body, charset()));
    }

    /** A picture is written with a character for each byte. */
    private Charset charset() {
        return headers.getOrDefault("Content-Type", "").startsWith("image/")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;
    }

    ApiAnswer send(URI base, BodyPublisher publisher) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(address()))
                .timeout(PATIENCE)
                .method(operation.method(), publisher);
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            return answer(request.build());
        } catch (IOException e) {
            throw new UncheckedIOException(this + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A kept connection may be closed just when the next request is written to it; a new one is not. */
    private static ApiAnswer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException closed) {
            response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
        return new ApiAnswer(response.statusCode(), response.headers(), response.body());
    }

    private String address() {
        String filled = operation.path();
        for (Map.Entry<String, String> value : path.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        String asked = query.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? filled : filled + "?" + asked;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Map<String, String> with(Map<String, String> map, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(map);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    @Override
    public String toString() {
        String shown = body == null ? "" : " " + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
        Map<String, String> told = new LinkedHashMap<>(headers);
        told.remove("Authorization");
        return operation.method() + " " + address() + (told.isEmpty() ? "" : " " + told) + shown;
    }
}
