package dev.remit.kit.openapi;

import dev.remit.kit.idempotency.Idempotency;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The answers that any operation can give: problems, and the mark of a repetition. */
final class CommonAnswers {
    private static final String PROBLEM = "Problem";
    private static final String TOO_MANY_REQUESTS = "TooManyRequests";
    private static final String UNAVAILABLE = "ServiceUnavailable";
    private static final List<String> READING =
            List.of("400", "401", "403", "404", "406", "414", "429", "500", "502", "503", "504");
    private static final List<String> WRITING = List.of(
            "400", "401", "403", "404", "406", "409", "412", "413", "414", "415", "422", "428", "429", "500", "502",
            "503", "504");

    private CommonAnswers() {}

    static void addTo(Components components) {
        components.addSchema(PROBLEM, problem());
        components.addResponse(
                PROBLEM,
                withBudgets(problemAnswer().description("A problem (RFC 9457)"))
                        .addHeader(SharedHeaders.RETRY_AFTER, SharedHeaders.of(SharedHeaders.RETRY_AFTER)));
        components.addResponse(
                TOO_MANY_REQUESTS,
                withBudgets(problemAnswer().description("More requests, or more at once, than there is room for"))
                        .addHeader(SharedHeaders.RETRY_AFTER, secondsToRetry()));
        components.addResponse(
                UNAVAILABLE,
                withBudgets(problemAnswer().description("Something that is needed for an answer is not there now"))
                        .addHeader(SharedHeaders.RETRY_AFTER, secondsToRetry()));
    }

    static void describe(HttpMethod verb, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        APIResponses responses = operation.getResponses();
        (verb == HttpMethod.GET ? READING : WRITING).forEach(status -> addProblem(responses, status));
        responses.getAPIResponses().forEach((status, answer) -> {
            if (isProblem(status) && answer.getContent() == null && answer.getRef() == null) {
                answer.setContent(problemAnswer().getContent());
            }
            if (answer.getHeaders() != null) {
                answer.getHeaders().values().forEach(header -> header.setRequired(true));
            }
        });
        if (RequestParts.takes(operation, Idempotency.HEADER)) {
            responses.getAPIResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    answer.addHeader(
                            "Idempotent-Replayed",
                            OASFactory.createHeader()
                                    .description("true on the repeated answer to a key that was used before.")
                                    .required(false)
                                    .schema(typed(Schema.SchemaType.STRING)));
                }
            });
        }
    }

    private static void addProblem(APIResponses responses, String status) {
        APIResponse described = responses.getAPIResponse(status);
        if (described == null || described.getContent() == null) {
            String shared =
                    switch (status) {
                        case "429" -> TOO_MANY_REQUESTS;
                        case "503" -> UNAVAILABLE;
                        default -> PROBLEM;
                    };
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(shared));
        }
    }

    private static APIResponse withBudgets(APIResponse answer) {
        return answer.addHeader(SharedHeaders.RATE_LIMIT, SharedHeaders.of(SharedHeaders.RATE_LIMIT))
                .addHeader(SharedHeaders.RATE_LIMIT_POLICY, SharedHeaders.of(SharedHeaders.RATE_LIMIT_POLICY));
    }

    private static Header secondsToRetry() {
        return OASFactory.createHeader()
                .description("After how many seconds to try again.")
                .required(true)
                .schema(typed(Schema.SchemaType.INTEGER));
    }

    private static boolean isProblem(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static APIResponse problemAnswer() {
        return OASFactory.createAPIResponse()
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
    }

    private static Schema problem() {
        Schema error = typed(Schema.SchemaType.OBJECT)
                .addProperty("field", typed(Schema.SchemaType.STRING).description("Path as the caller sent it"))
                .addProperty("message", typed(Schema.SchemaType.STRING))
                .addProperty("code", typed(Schema.SchemaType.STRING).description("Stable, for programs"))
                .addRequired("field")
                .addRequired("message")
                .addRequired("code");
        return typed(Schema.SchemaType.OBJECT)
                .description("What went wrong (RFC 9457); a type may add members of its own")
                .addProperty(
                        "type",
                        typed(Schema.SchemaType.STRING).format("uri").description("Stable name of the kind of problem"))
                .addProperty("title", typed(Schema.SchemaType.STRING))
                .addProperty("status", typed(Schema.SchemaType.INTEGER))
                .addProperty("detail", typed(Schema.SchemaType.STRING))
                .addProperty("requestId", typed(Schema.SchemaType.STRING))
                .addProperty("errors", typed(Schema.SchemaType.ARRAY).items(error))
                .addProperty(
                        "errorCount",
                        typed(Schema.SchemaType.INTEGER)
                                .description("How many errors there are, where errors names but the first hundred"))
                .additionalPropertiesBoolean(true)
                .addRequired("type")
                .addRequired("title")
                .addRequired("status");
    }

    private static Schema typed(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
