package dev.remit.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The methods behind a document's operations. A method is called as its operation is, so a name stands once in a service. */
final class ResourceMethods {
    private static final DotName CLIENT =
            DotName.createSimple("org.eclipse.microprofile.rest.client.inject.RegisterRestClient");
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final List<DotName> VERBS = List.of(
            DotName.createSimple("jakarta.ws.rs.GET"),
            DotName.createSimple("jakarta.ws.rs.POST"),
            DotName.createSimple("jakarta.ws.rs.PUT"),
            DotName.createSimple("jakarta.ws.rs.PATCH"),
            DotName.createSimple("jakarta.ws.rs.DELETE"));

    private final Map<String, Map<DotName, MethodInfo>> byName;

    ResourceMethods(IndexView index) {
        this.byName = VERBS.stream()
                .flatMap(verb -> index.getAnnotations(verb).stream())
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(AnnotationTarget::asMethod)
                .filter(method -> isPublic(method.declaringClass()))
                .collect(Collectors.groupingBy(
                        MethodInfo::name,
                        // The index knows a class more than once.
                        Collectors.toMap(
                                method -> method.declaringClass().name(), method -> method, (one, same) -> one)));
    }

    /**
     * The method of an operation; empty for an operation that no resource of ours has.
     *
     * @throws IllegalStateException when two resources have a method of that name, which fails the build
     */
    Optional<MethodInfo> of(Operation operation) {
        Map<DotName, MethodInfo> named = byName.getOrDefault(operation.getOperationId(), Map.of());
        if (named.size() > 1) {
            throw new IllegalStateException(
                    operation.getOperationId() + " is an operation of several: " + named.keySet());
        }
        return named.values().stream().findFirst();
    }

    /** Whether each service has it, since its class is one that services extend. */
    static boolean isShared(MethodInfo method) {
        return !method.declaringClass().hasDeclaredAnnotation(PATH);
    }

    private static boolean isPublic(ClassInfo type) {
        AnnotationInstance path = type.declaredAnnotation(PATH);
        boolean internal = path != null && path.value().asString().startsWith("/internal");
        return !internal && !type.hasDeclaredAnnotation(CLIENT);
    }
}
