package dev.remit.kit.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * The problems that any operation can answer with: one shared answer for each status, which has an example of each kind of
 * problem with that status. The examples are in {@code META-INF/examples/problems.json}, by the names of the kinds.
 */
final class ProblemAnswers {
    private static final String PROBLEM = "Problem";
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String FILE = "META-INF/examples/problems.json";
    private static final TypeReference<LinkedHashMap<String, Map<String, Object>>> BY_NAME = new TypeReference<>() {};

    private final Map<String, Map<String, Object>> examples = read();

    void addTo(Components components) {
        components.addSchema(PROBLEM, problem());
        examples.forEach((name, problem) ->
                components.addExample(name, OASFactory.createExample().value(problem)));
        for (ProblemStatus status : ProblemStatus.values()) {
            APIResponse answer = OASFactory.createAPIResponse()
                    .description(status.description())
                    .content(content(status.code()))
                    .addHeader(SharedHeaders.RATE_LIMIT, SharedHeaders.of(SharedHeaders.RATE_LIMIT))
                    .addHeader(SharedHeaders.RATE_LIMIT_POLICY, SharedHeaders.of(SharedHeaders.RATE_LIMIT_POLICY));
            if (status.saysWhenToRetry()) {
                answer.addHeader(SharedHeaders.RETRY_AFTER, secondsToRetry());
            }
            components.addResponse(status.component(), answer);
        }
    }

    /** Adds what the operation does not describe in its own words, and the form of what it does. */
    void describe(HttpMethod verb, APIResponses responses) {
        for (ProblemStatus status : ProblemStatus.values()) {
            APIResponse described = responses.getAPIResponse(status.code());
            if ((verb != HttpMethod.GET || status.ofReading())
                    && (described == null || described.getContent() == null)) {
                responses.addAPIResponse(
                        status.code(), OASFactory.createAPIResponse().ref(status.component()));
            }
        }
        responses.getAPIResponses().forEach((status, answer) -> {
            if (ProblemStatus.isProblem(status) && answer.getContent() == null && answer.getRef() == null) {
                answer.setContent(content(status));
            }
            if (answer.getHeaders() != null) {
                answer.getHeaders().values().forEach(header -> header.setRequired(true));
            }
        });
    }

    private Content content(String status) {
        MediaType media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM));
        examples.forEach((name, problem) -> {
            if (status.equals(String.valueOf(problem.get("status")))) {
                media.addExample(name, OASFactory.createExample().ref(name));
            }
        });
        return OASFactory.createContent().addMediaType(MEDIA_TYPE, media);
    }

    private static Header secondsToRetry() {
        return OASFactory.createHeader()
                .description("After how many seconds to try again.")
                .required(true)
                .schema(typed(Schema.SchemaType.INTEGER));
    }

    private static Map<String, Map<String, Object>> read() {
        try (InputStream file = ProblemAnswers.class.getClassLoader().getResourceAsStream(FILE)) {
            return new ObjectMapper().readValue(file, BY_NAME);
        } catch (IOException e) {
            throw new UncheckedIOException("The examples of problems cannot be read", e);
        }
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
