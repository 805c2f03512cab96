package dev.remit.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The query parameters of an operation, as its method declares them.
 *
 * @param severalByName whether it takes more than one value, by name
 */
record QueryParameters(Map<String, Boolean> severalByName) {

    static QueryParameters of(Method operation) {
        Map<String, Boolean> found = new HashMap<>();
        for (Parameter parameter : operation.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                addFields(parameter.getType(), found);
            } else {
                add(parameter, parameter.getType(), found);
            }
        }
        return new QueryParameters(Map.copyOf(found));
    }

    boolean has(String name) {
        return severalByName.containsKey(name);
    }

    boolean takesSeveral(String name) {
        return severalByName.get(name);
    }

    private static void addFields(Class<?> bean, Map<String, Boolean> found) {
        for (Class<?> type = bean; type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                add(field, field.getType(), found);
            }
        }
    }

    private static void add(AnnotatedElement declared, Class<?> type, Map<String, Boolean> found) {
        QueryParam query = declared.getAnnotation(QueryParam.class);
        if (query != null) {
            found.put(query.value(), type.isArray() || Collection.class.isAssignableFrom(type));
        }
    }
}
