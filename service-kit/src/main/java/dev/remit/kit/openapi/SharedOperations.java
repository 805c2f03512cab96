package dev.remit.kit.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Operations that every service has, such as its audit trail. Their ids and groups carry the service's name, so that they are
 * told apart in the one document of all services.
 */
final class SharedOperations {
    private static final String API = "/api/";

    private SharedOperations() {}

    static void nameByService(OpenAPI document, ResourceMethods methods) {
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith(API)) {
                nameBy(path.substring(API.length()).split("/", 2)[0], item, document, methods);
            }
        });
    }

    private static void nameBy(String service, PathItem item, OpenAPI document, ResourceMethods methods) {
        List<Operation> shared = item.getOperations().values().stream()
                .filter(operation ->
                        methods.of(operation).filter(ResourceMethods::isShared).isPresent())
                .toList();
        Set<String> groups = shared.stream()
                .map(Operation::getTags)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        shared.forEach(operation -> {
            operation.setOperationId(service + MethodText.capital(operation.getOperationId()));
            operation.setTags(operation.getTags().stream()
                    .map(group -> group(service, group))
                    .toList());
        });
        Optional.ofNullable(document.getTags()).orElse(List.of()).stream()
                .filter(tag -> groups.contains(tag.getName()))
                .forEach(tag -> tag.setName(group(service, tag.getName())));
    }

    private static String group(String service, String name) {
        return MethodText.capital(service) + ": " + name;
    }
}
