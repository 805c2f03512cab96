package dev.remit.kit.openapi;

import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

/** Tells who may call an operation, for programs and in its description. */
final class OperationRoles {
    private static final String EXTENSION = "x-remit-roles";
    private static final DotName ALLOWED = DotName.createSimple(RolesAllowed.class);

    private OperationRoles() {}

    static void tell(Operation operation, MethodInfo method) {
        Optional.ofNullable(method.declaredAnnotation(ALLOWED))
                .or(() -> Optional.ofNullable(method.declaringClass().declaredAnnotation(ALLOWED)))
                .ifPresent(allowed -> tell(operation, roles(allowed)));
    }

    /** Whether the operation is for certain roles, and so needs a token. */
    static boolean areTold(Operation operation) {
        return operation.getExtensions() != null && operation.getExtensions().containsKey(EXTENSION);
    }

    private static void tell(Operation operation, List<String> roles) {
        String sentence = roles.stream().collect(Collectors.joining("`, `", "Roles: `", "`."));
        String before = operation.getDescription();
        // The document's own way of proving who calls holds; another made of the annotation would name roles as scopes.
        operation.setSecurity(null);
        operation.addExtension(EXTENSION, roles);
        operation.setDescription(before == null ? sentence : before + "\n\n" + sentence);
    }

    private static List<String> roles(AnnotationInstance allowed) {
        return Arrays.asList(allowed.value().asStringArray());
    }
}
