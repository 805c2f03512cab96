package dev.remit.kit.testing.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A request that its operation takes: who sends it, on which object, with which body. Each method gives a changed copy.
 *
 * @param body null for the document's own example
 * @param signature headers that depend on the body
 * @param takesAnyBody whether a body that makes no sense is kept for a person to look at and not refused
 */
public record RightRequest(
        String token,
        Map<String, String> path,
        String body,
        Function<String, Map<String, String>> signature,
        boolean takesAnyBody) {

    /** @param token null where none is taken */
    public static RightRequest by(String token) {
        return new RightRequest(token, Map.of(), null, body -> Map.of(), false);
    }

    /** @param value what a placeholder of the path stands for */
    public RightRequest at(String placeholder, String value) {
        Map<String, String> more = new LinkedHashMap<>(path);
        more.put(placeholder, value);
        return new RightRequest(token, more, body, signature, takesAnyBody);
    }

    public RightRequest with(String json) {
        return new RightRequest(token, path, json, signature, takesAnyBody);
    }

    public RightRequest signed(Function<String, Map<String, String>> by) {
        return new RightRequest(token, path, body, by, takesAnyBody);
    }

    public RightRequest takingAnyBody() {
        return new RightRequest(token, path, body, signature, true);
    }

    RightRequest as(String otherToken) {
        return new RightRequest(otherToken, path, body, signature, takesAnyBody);
    }

    boolean isReadyFor(ApiOperation operation) {
        boolean hasPath =
                operation.parameters("path").stream().allMatch(parameter -> path.containsKey(parameter.name()));
        return hasPath
                && (body != null
                        || operation.body().isEmpty()
                        || operation.example().isPresent());
    }

    /** Its own body, or the document's example where it has none. */
    String bodyFor(ApiOperation operation) {
        if (body != null || operation.body().isEmpty()) {
            return body;
        }
        return operation.example().map(Json::text).orElseThrow();
    }

    String bodyOr(ApiOperation operation, String otherwise) {
        return operation.body().isEmpty()
                ? null
                : body != null ? body : operation.example().map(Json::text).orElse(otherwise);
    }

    ApiCall call(ApiOperation operation) {
        return call(operation, bodyFor(operation));
    }

    /** With a fresh idempotency key and any version matched. */
    ApiCall call(ApiOperation operation, String sent) {
        ApiCall call = ApiCall.of(operation).at(path).body(sent);
        if (token != null) {
            call = call.header("Authorization", "Bearer " + token);
        }
        if (operation.takes("Idempotency-Key")) {
            call = call.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (operation.takes("If-Match")) {
            call = call.header("If-Match", "*");
        }
        for (Map.Entry<String, String> header : signature.apply(sent).entrySet()) {
            call = call.header(header.getKey(), header.getValue());
        }
        return call;
    }
}
