package dev.remit.kit.openapi;

import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.idempotency.Idempotent;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.MethodParameterInfo;

/** Describes what an operation takes. */
final class RequestParts {
    static final String IF_MATCH = HttpHeaders.IF_MATCH;

    private static final List<DotName> SOURCES = Stream.of(PathParam.class, QueryParam.class, HeaderParam.class)
            .map(DotName::createSimple)
            .toList();

    private final IndexView index;
    private final Javadocs javadocs;

    RequestParts(IndexView index, Javadocs javadocs) {
        this.index = index;
        this.javadocs = javadocs;
    }

    void describe(HttpMethod verb, Operation operation, MethodInfo method, MethodText text) {
        if (method.hasAnnotation(Idempotent.class)) {
            operation.addParameter(OASFactory.createParameter()
                    .name(Idempotency.HEADER)
                    .in(Parameter.In.HEADER)
                    .required(true)
                    .description("Your own key of this request: sent again, it does nothing and repeats the answer.")
                    .schema(key()));
        }
        parameters(operation).forEach(parameter -> {
            if (parameter.getName().equals(Idempotency.HEADER)) {
                parameter.setSchema(key());
            }
            if (parameter.getName().equals(IF_MATCH)) {
                parameter.setDescription("The ETag of the state that you change.");
                parameter.setRequired(verb != HttpMethod.POST);
            } else if (parameter.getDescription() == null) {
                parameter.setDescription(said(parameter, method, text).orElse(null));
            }
        });
        describeBody(operation, method, text);
    }

    private static Schema key() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .pattern("^[!#-~][!-~]*$")
                .minLength(1)
                .maxLength(Idempotency.LONGEST_KEY);
    }

    static boolean takes(Operation operation, String header) {
        return parameters(operation).anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream();
    }

    /** By the method's own Javadoc, else by that of a field of a parameter object. */
    private Optional<String> said(Parameter parameter, MethodInfo method, MethodText text) {
        return method.parameters().stream()
                .filter(candidate -> source(candidate).orElse(candidate.name()).equals(parameter.getName()))
                .map(candidate -> text.parameters().get(candidate.name()))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> fields(method)
                        .filter(field -> source(field)
                                .filter(parameter.getName()::equals)
                                .isPresent())
                        .flatMap(field -> javadocs.ofField(field.declaringClass(), field.name()).stream())
                        .findFirst());
    }

    /** The name under which a request carries it. */
    private static Optional<String> source(AnnotationTarget target) {
        return SOURCES.stream()
                .map(target::declaredAnnotation)
                .filter(Objects::nonNull)
                .map(annotation -> annotation.value().asString())
                .findFirst();
    }

    private Stream<FieldInfo> fields(MethodInfo method) {
        return method.parameters().stream()
                .filter(parameter -> parameter.hasDeclaredAnnotation(BeanParam.class))
                .map(parameter -> index.getClassByName(parameter.type().name()))
                .flatMap(this::withParents)
                .flatMap(type -> type.fields().stream());
    }

    private Stream<ClassInfo> withParents(ClassInfo type) {
        return Stream.iterate(type, Objects::nonNull, child -> index.getClassByName(child.superName()));
    }

    private static void describeBody(Operation operation, MethodInfo method, MethodText text) {
        RequestBody body = operation.getRequestBody();
        if (body == null) {
            return;
        }
        body.setRequired(true);
        Set<String> others = parameters(operation).map(Parameter::getName).collect(Collectors.toSet());
        method.parameters().stream()
                .filter(candidate -> source(candidate).isEmpty() && !others.contains(candidate.name()))
                .map(MethodParameterInfo::name)
                .map(text.parameters()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(body::setDescription);
        Examples.of(operation.getOperationId())
                .ifPresent(examples ->
                        body.getContent().getMediaTypes().values().forEach(media -> media.setExamples(examples)));
    }
}
