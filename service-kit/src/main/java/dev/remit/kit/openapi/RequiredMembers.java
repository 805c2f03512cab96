package dev.remit.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.remit.kit.http.MayBeAbsent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Says which members an object of answers always has. A record of a service or of the kit has each member that is not marked
 * with {@link MayBeAbsent}; a record of the engines or the adapters, which write no empty lists, has its numbers and truth values. What is
 * sent as well as answered says itself what it needs.
 */
final class RequiredMembers {
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName ABSENT = DotName.createSimple(MayBeAbsent.class);
    private static final DotName UNWRAPPED = DotName.createSimple(JsonUnwrapped.class);
    private static final DotName INCLUDED = DotName.createSimple(JsonInclude.class);
    private static final String OURS = "dev.remit.";
    private static final List<String> PLAIN = List.of(OURS + "engines.", OURS + "psa.");

    private final IndexView index;
    private final List<ClassInfo> records;

    private RequiredMembers(IndexView index) {
        this.index = index;
        this.records = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                .toList();
    }

    static void tell(OpenAPI document, IndexView index) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        RequiredMembers members = new RequiredMembers(index);
        Set<String> answered = SchemaUse.inAnswers(document);
        answered.removeAll(SchemaUse.inRequests(document));
        answered.forEach(name -> members.tell(name, schemas.get(name)));
    }

    private void tell(String name, Schema schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        List<ClassInfo> meant = records.stream()
                .filter(type -> isCalled(type, name) && describes(type, schema))
                .toList();
        // One that has the name by an annotation is meant for the document, others are called alike by chance.
        boolean named = meant.stream().anyMatch(RequiredMembers::isNamed);
        meant.stream()
                .filter(type -> isNamed(type) == named)
                .map(type -> always(type).toList())
                .reduce((one, other) -> one.stream().filter(other::contains).toList())
                .filter(names -> !names.isEmpty())
                .ifPresent(schema::setRequired);
    }

    /** By its name, or, of a page, by the name that begins with it. */
    private static boolean isCalled(ClassInfo type, String name) {
        String called = givenName(type).orElseGet(type::simpleName);
        return called.equals(name) || !type.typeParameters().isEmpty() && name.startsWith(called);
    }

    private static boolean isNamed(ClassInfo type) {
        return givenName(type).isPresent();
    }

    private static boolean describes(ClassInfo type, Schema schema) {
        return type.recordComponents().stream()
                .filter(component -> !component.field().hasAnnotation(UNWRAPPED))
                .allMatch(component -> schema.getProperties().containsKey(component.name()));
    }

    private Stream<String> always(ClassInfo type) {
        boolean plain = PLAIN.stream().anyMatch(type.name().toString()::startsWith);
        return type.recordComponents().stream()
                .flatMap(component -> component.field().hasAnnotation(UNWRAPPED)
                        ? always(index.getClassByName(component.type().name()))
                        : Stream.of(component)
                                .filter(one -> plain ? isPlainNumber(one) : !one.hasDeclaredAnnotation(ABSENT))
                                .map(RecordComponentInfo::name));
    }

    private static boolean isPlainNumber(RecordComponentInfo component) {
        return component.type().kind() == Type.Kind.PRIMITIVE
                && !component.field().hasAnnotation(INCLUDED);
    }

    private static Optional<String> givenName(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(NAMED))
                .map(schema -> schema.value("name"))
                .map(AnnotationValue::asString);
    }
}
