package dev.remit.kit.openapi;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.RestResponse;

/** Describes what an operation answers when nothing is wrong: statuses and texts by its Javadoc, headers by its types. */
final class SuccessAnswers {
    private static final DotName REST_RESPONSE = DotName.createSimple(RestResponse.class);
    private static final DotName STREAM = DotName.createSimple(StreamingOutput.class);
    private static final DotName GET = DotName.createSimple(GET.class);

    private SuccessAnswers() {}

    static void describe(Operation operation, MethodInfo method, MethodText text, VersionedTypes versioned) {
        APIResponses responses = operation.getResponses();
        APIResponse derived = responses.getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseGet(OASFactory::createAPIResponse);
        Content content = plain(derived.getContent());
        Map<String, String> told = new LinkedHashMap<>(text.answers());
        if (told.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            told.put("200", derived.getDescription() == null ? "OK" : derived.getDescription());
        }
        boolean hashed = isBytes(method.returnType());
        boolean hasVersion = versioned.has(derived);
        responses.getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("2"))
                .toList()
                .forEach(responses::removeAPIResponse);
        told.forEach((status, description) -> {
            APIResponse answer = OASFactory.createAPIResponse().description(description);
            if (status.startsWith("2")) {
                answer.setContent(content);
            }
            if (status.equals("201")) {
                answer.addHeader("Location", header("Where the new object is."));
            }
            if (status.startsWith("2") && hashed) {
                answer.addHeader("ETag", header("The SHA-256 of the bytes."));
            } else if (status.startsWith("2") && hasVersion) {
                answer.addHeader("ETag", header("Names this state; send it as If-Match to change it."));
            }
            responses.addAPIResponse(status, answer);
        });
        if (method.hasAnnotation(GET) && (hashed || hasVersion)) {
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("What If-None-Match names is what there is"));
        }
    }

    /** An answer of bytes with headers: a file or document that never changes and is known by its hash. */
    private static boolean isBytes(Type returned) {
        if (!returned.name().equals(REST_RESPONSE) || returned.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return false;
        }
        Type body = returned.asParameterizedType().arguments().getFirst();
        return body.kind() == Type.Kind.ARRAY || body.name().equals(STREAM);
    }

    /** A file is described as text, or as bytes, under its media type alone. */
    private static Content plain(Content content) {
        if (content == null || content.getMediaTypes() == null) {
            return content;
        }
        Content plain = OASFactory.createContent();
        content.getMediaTypes().forEach((name, media) -> {
            String type = name.split(";", 2)[0];
            plain.addMediaType(
                    type,
                    switch (type) {
                        case "application/octet-stream" -> file("binary");
                        case String text
                        when text.startsWith("text/") || text.equals("application/x-ndjson") -> file(null);
                        default -> media;
                    });
        });
        return plain;
    }

    private static MediaType file(String format) {
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .format(format));
    }

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .required(true)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}
