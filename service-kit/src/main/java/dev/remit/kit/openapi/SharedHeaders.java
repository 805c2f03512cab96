package dev.remit.kit.openapi;

import dev.remit.kit.http.Continued;
import dev.remit.kit.http.GoingAway;
import dev.remit.kit.idempotency.Idempotency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** The header fields that many answers carry: each is described once, and named by every answer that can have it. */
final class SharedHeaders {
    static final String RATE_LIMIT = "RateLimit";
    static final String RATE_LIMIT_POLICY = "RateLimit-Policy";
    static final String RETRY_AFTER = "Retry-After";
    private static final String REPLAYED = "Idempotent-Replayed";
    private static final String LINK = "Link";
    private static final String DEPRECATION = "Deprecation";
    private static final String SUNSET = "Sunset";

    private static final DotName CONTINUED = DotName.createSimple(Continued.class);
    private static final DotName GOING_AWAY = DotName.createSimple(GoingAway.class);

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put(
                RATE_LIMIT,
                "What is left of each budget, as draft-ietf-httpapi-ratelimit-headers has it: `r` requests, and all of"
                        + " them again in `t` seconds. The gateway says it on whatever it answers to a good token.");
        TEXTS.put(
                RATE_LIMIT_POLICY, "The budgets: `q` requests in each `w` seconds, for the caller and for the tenant.");
        TEXTS.put(REPLAYED, "`true` on the repeated answer to a key that was used before.");
        TEXTS.put(
                LINK,
                "`rel=next`: where the next part of the list or feed is, as `next` in the body says it too."
                        + " `rel=deprecation`: what to do instead of calling this operation.");
        TEXTS.put(DEPRECATION, "Since when this operation is deprecated (RFC 9745): `@` and seconds since 1970.");
        TEXTS.put(SUNSET, "The moment from which this operation may be gone (RFC 8594).");
    }

    private SharedHeaders() {}

    static void addTo(Components components) {
        TEXTS.forEach((name, text) -> components.addHeader(
                name,
                OASFactory.createHeader()
                        .description(text)
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
    }

    static Header of(String name) {
        return OASFactory.createHeader().ref(name);
    }

    /** Names them on the answers of an operation when nothing is wrong. */
    static void describe(Operation operation, MethodInfo method, IndexView index) {
        Optional<AnnotationInstance> goingAway = Optional.ofNullable(method.declaredAnnotation(GOING_AWAY));
        successes(operation).forEach(answer -> {
            if (OperationRoles.areTold(operation)) {
                answer.addHeader(RATE_LIMIT, of(RATE_LIMIT)).addHeader(RATE_LIMIT_POLICY, of(RATE_LIMIT_POLICY));
            }
            if (RequestParts.takes(operation, Idempotency.HEADER)) {
                answer.addHeader(REPLAYED, of(REPLAYED));
            }
            if (isContinued(method.returnType(), index)
                    || goingAway.filter(notice -> says(notice, "see")).isPresent()) {
                answer.addHeader(LINK, of(LINK));
            }
            goingAway.ifPresent(notice -> answer.addHeader(DEPRECATION, of(DEPRECATION)));
            goingAway
                    .filter(notice -> says(notice, "sunset"))
                    .ifPresent(notice -> answer.addHeader(SUNSET, of(SUNSET)));
        });
    }

    /** Leaves out those that no answer names. */
    static void keepUsed(OpenAPI document) {
        Set<String> named = Stream.concat(
                        document.getComponents().getResponses().values().stream(),
                        SchemaWalk.operations(document)
                                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream()))
                .map(APIResponse::getHeaders)
                .filter(Objects::nonNull)
                .flatMap(headers -> headers.values().stream())
                .map(Header::getRef)
                .filter(Objects::nonNull)
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        TEXTS.keySet().stream().filter(name -> !named.contains(name)).forEach(document.getComponents()::removeHeader);
    }

    private static Stream<APIResponse> successes(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer ->
                        answer.getKey().startsWith("2") || answer.getKey().startsWith("3"))
                .map(Map.Entry::getValue);
    }

    private static boolean isContinued(Type returned, IndexView index) {
        if (returned.kind() == Type.Kind.PARAMETERIZED_TYPE
                && returned.asParameterizedType().arguments().stream().anyMatch(part -> isContinued(part, index))) {
            return true;
        }
        var type = index.getClassByName(returned.name());
        return type != null && type.interfaceNames().contains(CONTINUED);
    }

    private static boolean says(AnnotationInstance notice, String member) {
        AnnotationValue value = notice.value(member);
        return value != null && !value.asString().isEmpty();
    }
}
