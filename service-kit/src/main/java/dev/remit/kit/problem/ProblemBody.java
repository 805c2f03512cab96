package dev.remit.kit.problem;

import dev.remit.kit.trace.Trace;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Writes a problem as RFC 9457 has it. */
final class ProblemBody {
    /** More would help nobody: the rest is counted in {@code errorCount}. */
    private static final int MOST_ERRORS = 100;

    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private ProblemBody() {}

    static Response answer(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.type().status())
                .type(MEDIA_TYPE)
                .entity(json(problem).toBuffer().getBytes());
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    static JsonObject json(Problem problem) {
        JsonObject body = new JsonObject()
                .put("type", problem.type().uri().toString())
                .put("title", problem.type().title())
                .put("status", problem.type().status());
        putIfPresent(body, "detail", problem.getMessage());
        putIfPresent(body, "requestId", Trace.requestId());
        problem.members().forEach(body::put);
        if (!problem.errors().isEmpty()) {
            JsonArray errors = new JsonArray();
            problem.errors().stream()
                    .limit(MOST_ERRORS)
                    .forEach(error -> errors.add(new JsonObject()
                            .put("field", error.field())
                            .put("message", error.message())
                            .put("code", error.code())));
            body.put("errors", errors);
            if (problem.errors().size() > MOST_ERRORS) {
                body.put("errorCount", problem.errors().size());
            }
        }
        return body;
    }

    private static void putIfPresent(JsonObject body, String name, String value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
