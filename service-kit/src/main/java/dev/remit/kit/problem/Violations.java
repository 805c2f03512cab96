package dev.remit.kit.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Turns failed constraints on a request into a problem, with paths as the caller sent them. */
final class Violations {
    private Violations() {}

    /** Empty when it is not the caller's fault: our own answer broke a constraint, or a bean inside was called wrongly. */
    static Optional<Problem> problem(ConstraintViolationException failure) {
        if (failure.getConstraintViolations() == null
                || failure.getConstraintViolations().stream().anyMatch(Violations::isReturnValue)) {
            return Optional.empty();
        }
        Problem problem = Problem.of(ProblemType.VALIDATION);
        failure.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage(), code(violation)))
                .distinct()
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::code))
                .forEach(error -> problem.error(error.field(), error.message(), error.code()));
        return Optional.of(problem);
    }

    private static boolean isReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String field(ConstraintViolation<?> violation) {
        StringBuilder path = new StringBuilder();
        String parameter = null;
        Path.Node method = null;
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD -> method = node;
                case PARAMETER -> parameter = wireName(violation, method, node);
                case PROPERTY, CONTAINER_ELEMENT, BEAN -> append(path, node);
                default -> {
                    // The method's own name is ours, not the caller's.
                }
            }
        }
        if (path.isEmpty()) {
            return parameter == null ? "body" : parameter;
        }
        return inWordsOfTheBody(violation.getLeafBean(), path.toString());
    }

    /** A member that Java has a word of its own for, such as {@code public}, is named as it was sent. */
    private static String inWordsOfTheBody(Object bean, String path) {
        if (bean == null || !bean.getClass().isRecord()) {
            return path;
        }
        int start = path.lastIndexOf('.') + 1;
        String last = path.substring(start);
        return Arrays.stream(bean.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(last))
                .map(component -> component.getAccessor().getAnnotation(JsonProperty.class))
                .filter(named -> named != null && !named.value().isEmpty())
                .findFirst()
                .map(named -> path.substring(0, start) + named.value())
                .orElse(path);
    }

    /** The name by which a caller sends a parameter; the body's is ours alone. */
    private static String wireName(ConstraintViolation<?> violation, Path.Node method, Path.Node parameter) {
        Class<?>[] types = method.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            for (Method candidate : type.getDeclaredMethods()) {
                if (candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), types)) {
                    for (Annotation annotation : candidate.getParameterAnnotations()[index]) {
                        switch (annotation) {
                            case QueryParam query -> {
                                return query.value();
                            }
                            case HeaderParam header -> {
                                return header.value();
                            }
                            case PathParam path -> {
                                return path.value();
                            }
                            default -> {}
                        }
                    }
                }
            }
        }
        return "body";
    }

    private static void append(StringBuilder path, Path.Node node) {
        if (node.getIndex() != null) {
            path.append('[').append(node.getIndex()).append(']');
        } else if (node.getKey() != null) {
            path.append('.').append(node.getKey());
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            path.append(path.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    /** The constraint's name in kebab-case: NotBlank becomes not-blank. */
    private static String code(ConstraintViolation<?> violation) {
        Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
        return constraint
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
