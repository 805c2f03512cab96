package dev.remit.gateway.openapi;

import dev.remit.gateway.openapi.ServiceDocument.State;
import dev.remit.gateway.proxy.ApiRoutes;
import dev.remit.gateway.proxy.Service;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one OpenAPI document of the services' own. The same documents always give the same one. */
final class MergedDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String SCHEME = "keycloak";

    private final Set<String> operationIds = new HashSet<>();
    private final JsonArray tags = new JsonArray();
    private final JsonObject paths = ordered();
    private final JsonObject components = ordered();

    private MergedDocument() {}

    static JsonObject of(List<ServiceDocument> documents, URI issuer) {
        List<ServiceDocument> known = documents.stream()
                .filter(document -> document.state() != State.MISSING)
                .map(MergedDocument::publicPart)
                .toList();
        var renamings =
                new Renamings(known.stream().map(ServiceDocument::document).toList());
        var merged = new MergedDocument();
        known.forEach(document -> merged.add(document.service(), document.document(), renamings));
        return ordered()
                .put("openapi", "3.1.0")
                .put("info", info(documents))
                .put("servers", new JsonArray().add(ordered().put("url", "/")))
                .put("security", new JsonArray().add(ordered().put(SCHEME, new JsonArray())))
                .put("tags", merged.tags)
                .put("paths", merged.paths)
                .put(
                        "components",
                        merged.components.put("securitySchemes", ordered().put(SCHEME, keycloak(issuer))))
                .put("x-remit-services", states(documents));
    }

    static boolean isOperation(String memberOfPath) {
        return METHODS.contains(memberOfPath);
    }

    /** What the gateway routes to: a service's internal paths and its own pages are not in the merged document. */
    private static ServiceDocument publicPart(ServiceDocument known) {
        var reachable = ordered();
        known.document().getJsonObject("paths", new JsonObject()).forEach(path -> {
            if (path.getKey().startsWith("/api/" + known.service().name() + "/")
                    && path.getValue() instanceof JsonObject item) {
                var copy = item.copy();
                copy.remove("servers");
                reachable.put(path.getKey(), copy);
            }
        });
        return new ServiceDocument(
                known.service(), UsedComponents.keep(known.document().copy().put("paths", reachable)), known.state());
    }

    private void add(Service service, JsonObject document, Renamings renamings) {
        Renaming renaming = renamings.of(service, document);
        addTags(document, renaming);
        document.getJsonObject("paths").forEach(path -> {
            JsonObject item = renaming.rewrite((JsonObject) path.getValue());
            item.forEach(member -> {
                if (isOperation(member.getKey())) {
                    finish((JsonObject) member.getValue(), member.getKey(), path.getKey(), service, renaming);
                }
            });
            paths.put(path.getKey(), item);
        });
        Clashes.components(document).forEach((key, body) -> {
            String section = key.substring(0, key.indexOf('/'));
            String name = key.substring(key.indexOf('/') + 1);
            if (!components.containsKey(section)) {
                components.put(section, ordered());
            }
            components.getJsonObject(section).put(renaming.component(section, name), renaming.rewrite(body));
        });
    }

    private void addTags(JsonObject document, Renaming renaming) {
        for (Object tag : document.getJsonArray("tags", new JsonArray())) {
            JsonObject copy = ((JsonObject) tag).copy();
            tags.add(copy.put("name", renaming.tag(copy.getString("name"))));
        }
    }

    private void finish(JsonObject operation, String method, String path, Service service, Renaming renaming) {
        operation.remove("servers");
        operation.remove("security");
        if (!ApiRoutes.guards(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path)) {
            operation.put("security", new JsonArray());
        }
        var renamed = new JsonArray();
        for (Object tag : operation.getJsonArray("tags", new JsonArray().add(service.title()))) {
            renamed.add(renaming.tag((String) tag));
        }
        operation.put("tags", renamed);
        String id = operation.getString("operationId");
        if (id != null) {
            String unique = id;
            for (int again = 2; !operationIds.add(unique); again++) {
                unique = id + again;
            }
            operation.put("operationId", unique);
        }
    }

    private static JsonObject info(List<ServiceDocument> documents) {
        List<String> text = new ArrayList<>();
        text.add("Is this work within our remit, how fast must we act, and what does it cost if it is not?");
        unreached(documents, State.LAST_SEEN)
                .ifPresent(names -> text.add("**Not reached now, shown as last seen:** " + names + "."));
        unreached(documents, State.MISSING)
                .ifPresent(names -> text.add("**Not reached yet, so missing here:** " + names + "."));
        return ordered().put("title", "Remit API").put("version", "v1").put("description", String.join("\n\n", text));
    }

    private static Optional<String> unreached(List<ServiceDocument> documents, State state) {
        String names = documents.stream()
                .filter(document -> document.state() == state)
                .map(document -> document.service().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static JsonArray states(List<ServiceDocument> documents) {
        var states = new JsonArray();
        documents.forEach(document -> states.add(ordered()
                .put("name", document.service().name())
                .put("state", document.state().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        return states;
    }

    private static JsonObject keycloak(URI issuer) {
        String endpoints = issuer + "/protocol/openid-connect/";
        var flow = ordered()
                .put("authorizationUrl", endpoints + "auth")
                .put("tokenUrl", endpoints + "token")
                .put("refreshUrl", endpoints + "token")
                .put("scopes", ordered().put("openid", "Who you are"));
        return ordered()
                .put("type", "oauth2")
                .put("description", "Sign in at Keycloak: authorization code with PKCE, client `remit-docs`.")
                .put("flows", ordered().put("authorizationCode", flow));
    }

    private static JsonObject ordered() {
        return new JsonObject(new LinkedHashMap<>());
    }
}
