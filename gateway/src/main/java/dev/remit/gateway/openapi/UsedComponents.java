package dev.remit.gateway.openapi;

import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Leaves out the components that only internal paths refer to: what is not routed is nobody's business. */
final class UsedComponents {

    private UsedComponents() {}

    /** Changes {@code document}, and returns it. */
    static JsonObject keep(JsonObject document) {
        Map<String, JsonObject> all = Clashes.components(document);
        Set<String> used = new HashSet<>();
        Set<String> frontier = Clashes.references(document.getJsonObject("paths"));
        while (!frontier.isEmpty()) {
            Set<String> next = new HashSet<>();
            for (String name : frontier) {
                if (used.add(name) && all.containsKey(name)) {
                    next.addAll(Clashes.references(all.get(name)));
                }
            }
            frontier = next;
        }
        all.keySet().stream().filter(name -> !used.contains(name)).forEach(name -> {
            int slash = name.indexOf('/');
            document.getJsonObject("components")
                    .getJsonObject(name.substring(0, slash))
                    .remove(name.substring(slash + 1));
        });
        return document;
    }
}
