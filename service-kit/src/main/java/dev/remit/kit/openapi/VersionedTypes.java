package dev.remit.kit.openapi;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The types of what is changed under If-Match: whoever reads, makes or changes one is told its ETag.
 *
 * @param references to their schemas
 */
record VersionedTypes(Set<String> references) {
    static VersionedTypes of(OpenAPI document) {
        return new VersionedTypes(document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> RequestParts.takes(operation, RequestParts.IF_MATCH))
                .flatMap(VersionedTypes::answers)
                .collect(Collectors.toSet()));
    }

    boolean has(APIResponse answer) {
        return references(answer).anyMatch(references::contains);
    }

    private static Stream<String> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> references(answer.getValue()));
    }

    private static Stream<String> references(APIResponse answer) {
        return Optional.ofNullable(answer.getContent())
                .map(content -> List.copyOf(content.getMediaTypes().values()))
                .orElse(List.of())
                .stream()
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .map(Schema::getRef)
                .filter(Objects::nonNull);
    }
}
