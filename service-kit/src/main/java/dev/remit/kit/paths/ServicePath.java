package dev.remit.kit.paths;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A path of this service.
 *
 * @param template as its resource names it, such as {@code /api/tickets/v1/tickets/{id}}
 * @param answers of each of its methods, the media types that it answers with; none where its resource says none
 */
record ServicePath(String template, Map<String, List<MediaType>> answers) {

    boolean allows(String method) {
        return answers.containsKey(named(method));
    }

    /** What a method answers with; nothing where that is not said. */
    List<MediaType> answers(String method) {
        return answers.getOrDefault(named(method), List.of());
    }

    private static String named(String method) {
        return method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    }

    /** What {@code Allow} says: these methods and no others. */
    String allowed() {
        TreeSet<String> methods = new TreeSet<>(answers.keySet());
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }
}
