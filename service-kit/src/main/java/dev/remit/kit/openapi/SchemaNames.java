package dev.remit.kit.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Gives schemas the names that a person would: a page of tickets is a {@code TicketPage}, and an enumeration within a class
 * whose name is one word is called after that class too, as {@code SurchargeKind}. What is a plain text of some form is no
 * component of its own.
 */
final class SchemaNames {
    private static final DotName NAMED =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final Map<String, String> FORMATS =
            Map.of("UUID", "uuid", "Instant", "date-time", "LocalDate", "date");
    private static final Pattern PAGE = Pattern.compile("Page[A-Z]\\w+");
    private static final Pattern NUMBER = Pattern.compile("\\d+$");
    private static final Pattern ONE_WORD = Pattern.compile("[A-Z][a-z]+");
    /** What classes are beside what they are about. */
    private static final Pattern ROLE = Pattern.compile("(Facts|Reading|Rule|Text|View)$");

    private final IndexView index;
    private final Map<String, Schema> schemas;

    private SchemaNames(IndexView index, Map<String, Schema> schemas) {
        this.index = index;
        this.schemas = schemas;
    }

    static void give(OpenAPI document, IndexView index) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        SchemaWalk.each(document, SchemaNames::inline);
        Map<String, String> names = new SchemaNames(index, schemas).chosen();
        SchemaWalk.each(
                document, schema -> SchemaWalk.component(schema).map(names::get).ifPresent(schema::setRef));
        Map<String, Schema> renamed = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> {
            if (!FORMATS.containsKey(name) && renamed.put(names.getOrDefault(name, name), schema) != null) {
                throw new IllegalStateException("Two schemas are called " + names.getOrDefault(name, name));
            }
        });
        document.getComponents().setSchemas(renamed);
    }

    private static void inline(Schema schema) {
        SchemaWalk.component(schema).map(FORMATS::get).ifPresent(format -> {
            schema.setRef(null);
            if (schema.getType() == null) {
                schema.addType(Schema.SchemaType.STRING);
            }
            schema.setFormat(format);
        });
        if ("uuid".equals(schema.getFormat())) {
            schema.setPattern(null);
        }
    }

    private Map<String, String> chosen() {
        Map<String, String> names = new LinkedHashMap<>();
        schemas.forEach((name, schema) -> {
            if (PAGE.matcher(name).matches() && schema.getProperties().containsKey("items")) {
                SchemaWalk.component(schema.getProperties().get("items").getItems())
                        .ifPresent(item -> names.put(name, item + "Page"));
            } else if (schema.getEnumeration() != null) {
                withSubject(NUMBER.matcher(name).replaceFirst(""), schema).ifPresent(better -> names.put(name, better));
            }
        });
        return names;
    }

    private Optional<String> withSubject(String word, Schema schema) {
        Set<String> better = index.getKnownClasses().stream()
                .filter(type -> type.isEnum() && type.enclosingClass() != null)
                .filter(type ->
                        type.simpleName().equals(word) && ONE_WORD.matcher(word).matches())
                .filter(type -> !isNamed(type) && constants(type).equals(schema.getEnumeration()))
                .map(type -> subject(type) + word)
                .collect(java.util.stream.Collectors.toSet());
        if (better.size() > 1) {
            throw new IllegalStateException("An enumeration can be any of " + better + ": name one of them");
        }
        return better.stream().findFirst();
    }

    private static boolean isNamed(ClassInfo type) {
        return Stream.ofNullable(type.declaredAnnotation(NAMED)).anyMatch(schema -> schema.value("name") != null);
    }

    private static List<Object> constants(ClassInfo type) {
        return type.enumConstants().stream()
                .map(FieldInfo::name)
                .map(Object.class::cast)
                .toList();
    }

    private static String subject(ClassInfo type) {
        return ROLE.matcher(type.enclosingClass().withoutPackagePrefix().replaceAll(".*\\$", ""))
                .replaceFirst("");
    }
}
