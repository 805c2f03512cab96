package dev.remit.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.evidence.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.annotations.TenantId;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.ComponentType;
import org.hibernate.type.Type;

/** How the rows of one audited entity become plain JSON values. */
final class AuditedEntity {
    private final String type;
    private final List<Attribute> attributes;
    private final ObjectMapper json;

    private record Attribute(int index, String name, Type type, boolean withheld, boolean storedJson) {}

    private AuditedEntity(String type, List<Attribute> attributes, ObjectMapper json) {
        this.type = type;
        this.attributes = attributes;
        this.json = json;
    }

    /** Empty for an entity that is not audited. */
    static Optional<AuditedEntity> of(EntityPersister persister, ObjectMapper json) {
        Class<?> mapped = persister.getMappedClass();
        Audited audited = mapped.getAnnotation(Audited.class);
        if (audited == null) {
            return Optional.empty();
        }
        List<Attribute> attributes = new ArrayList<>();
        String[] names = persister.getPropertyNames();
        for (int i = 0; i < names.length; i++) {
            Type type = persister.getPropertyTypes()[i];
            Field field = field(mapped, names[i]);
            if (i != persister.getVersionPropertyIndex()
                    && !type.isCollectionType()
                    && !field.isAnnotationPresent(TenantId.class)
                    && !field.isAnnotationPresent(Unaudited.class)) {
                attributes.add(new Attribute(
                        i,
                        names[i],
                        type,
                        field.isAnnotationPresent(Withheld.class),
                        field.isAnnotationPresent(StoredJson.class)));
            }
        }
        return Optional.of(new AuditedEntity(audited.value(), attributes, json));
    }

    private static Field field(Class<?> mapped, String name) {
        for (Class<?> type = mapped; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        throw new IllegalStateException(mapped + " keeps " + name + " in no field of its own");
    }

    String type() {
        return type;
    }

    /** @param state what Hibernate has of the row; null gives null */
    Map<String, Object> plain(Object[] state, SharedSessionContractImplementor session) {
        if (state == null) {
            return null;
        }
        Map<String, Object> plain = new TreeMap<>();
        for (Attribute attribute : attributes) {
            Object value = state[attribute.index];
            if (value != null) {
                plain.put(attribute.name, plain(attribute, value, session));
            }
        }
        return plain;
    }

    private Object plain(Attribute attribute, Object value, SharedSessionContractImplementor session) {
        if (attribute.withheld) {
            // Not to be read, and yet a change of it is one.
            return new Secret(value);
        }
        if (attribute.storedJson) {
            return ofJson(tree((byte[]) value));
        }
        return plain(attribute.type, value, session);
    }

    private Object plain(Type type, Object value, SharedSessionContractImplementor session) {
        if (type instanceof ComponentType component) {
            return parts(component, value, session);
        }
        if (type.isEntityType()) {
            return session.getFactory()
                    .getPersistenceUnitUtil()
                    .getIdentifier(value)
                    .toString();
        }
        return switch (value) {
            case String text -> whole(text);
            case Boolean flag -> flag;
            case Integer number -> number;
            case Long number -> number;
            case byte[] bytes -> Map.of("sha256", Sha256.hex(bytes), "length", bytes.length);
            default -> ofJson(json.valueToTree(value));
        };
    }

    private Map<String, Object> parts(ComponentType component, Object value, SharedSessionContractImplementor session) {
        Map<String, Object> parts = new LinkedHashMap<>();
        String[] names = component.getPropertyNames();
        for (int i = 0; i < names.length; i++) {
            Object part = component.getPropertyValue(value, i);
            if (part != null) {
                parts.put(names[i], plain(component.getSubtypes()[i], part, session));
            }
        }
        return parts;
    }

    /** Numbers with a fraction have no canonical form and are kept as their decimal text. */
    private static Object ofJson(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                ((ObjectNode) node)
                        .properties()
                        .forEach(member -> members.put(member.getKey(), ofJson(member.getValue())));
                yield members;
            }
            case ARRAY -> {
                List<Object> elements = new ArrayList<>();
                node.forEach(element -> elements.add(ofJson(element)));
                yield elements;
            }
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node.decimalValue());
            case NULL, MISSING -> null;
            default -> whole(node.asText());
        };
    }

    private JsonNode tree(byte[] bytes) {
        try {
            return json.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Half a character has no bytes to be kept as. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static Object number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 15
                ? plain.longValueExact()
                : number.toPlainString();
    }

    /** Compares by what it hides, and shows nothing of it. */
    record Secret(Object value) {
        @Override
        public String toString() {
            return "(withheld)";
        }
    }
}
