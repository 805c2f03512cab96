package dev.remit.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The paths of the API document as a tree of their segments, with what may be done at each. */
final class DocumentedPaths {

    private final Map<String, DocumentedPaths> named = new HashMap<>();
    private DocumentedPaths parameter;
    private final Set<String> methods = new TreeSet<>();

    static DocumentedPaths of(JsonNode document) {
        var root = new DocumentedPaths();
        document.path("paths")
                .properties()
                .forEach(path -> root.add(
                        path.getKey(),
                        path.getValue().properties().stream()
                                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT))
                                .toList()));
        return root;
    }

    private void add(String template, List<String> found) {
        DocumentedPaths at = this;
        for (String segment : template.substring(1).split("/")) {
            at = segment.startsWith("{")
                    ? at.parameter()
                    : at.named.computeIfAbsent(segment, n -> new DocumentedPaths());
        }
        at.methods.addAll(found);
        at.methods.add("OPTIONS");
        if (at.methods.contains("GET")) {
            at.methods.add("HEAD");
        }
    }

    private DocumentedPaths parameter() {
        if (parameter == null) {
            parameter = new DocumentedPaths();
        }
        return parameter;
    }

    /** What {@code Allow} says of a path; of several that fit the one with more words of its own. Empty where there is none. */
    Optional<String> allowed(List<String> segments) {
        if (segments.isEmpty()) {
            return methods.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", methods));
        }
        String first = segments.getFirst();
        List<String> rest = segments.subList(1, segments.size());
        return Optional.ofNullable(named.get(first))
                .flatMap(next -> next.allowed(rest))
                .or(() ->
                        Optional.ofNullable(first.isEmpty() ? null : parameter).flatMap(any -> any.allowed(rest)));
    }
}
