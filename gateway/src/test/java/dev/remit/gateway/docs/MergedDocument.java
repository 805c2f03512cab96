package dev.remit.gateway.docs;

import static com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS;
import static com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature.MINIMIZE_QUOTES;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the documents of the services together. Their names are unique: nothing is renamed here, and two that are called alike
 * must be the same.
 */
final class MergedDocument {

    static final List<String> SERVICES = List.of("contracts", "tickets", "billing");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MINIMIZE_QUOTES, ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final String SCHEME = "keycloak";

    private final ObjectNode merged = YAML.createObjectNode();
    private final Set<String> names = new HashSet<>();

    private MergedDocument() {
        merged.put("openapi", "3.1.0");
        merged.putObject("info")
                .put("title", "Remit API")
                .put("version", "v1")
                .put(
                        "description",
                        "Is this work within our remit, how fast must we act, and what does it cost if it is not?");
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("security").addObject().putArray(SCHEME);
        merged.putArray("tags");
        merged.putObject("paths");
        ObjectNode components = merged.putObject("components");
        components.putObject("schemas");
        components.putObject("responses");
        components.putObject("securitySchemes").set(SCHEME, signingIn());
    }

    /** @param folder of the services' published documents */
    static String of(Path folder) throws IOException {
        var document = new MergedDocument();
        for (String service : SERVICES) {
            document.add(service, YAML.readTree(Files.readString(folder.resolve(service + ".yaml"))));
        }
        return YAML.writeValueAsString(document.merged);
    }

    private void add(String service, JsonNode document) {
        document.path("tags").forEach(tag -> {
            unique("group", tag.path("name").asText());
            merged.withArray("tags").add(tag);
        });
        document.path("paths").properties().forEach(path -> {
            assertEquals("/api/" + service + "/v1/", path.getKey().substring(0, service.length() + 9));
            path.getValue().forEach(operation -> finish((ObjectNode) operation));
            ((ObjectNode) merged.path("paths")).set(path.getKey(), path.getValue());
        });
        for (String section : List.of("schemas", "responses")) {
            document.path("components").path(section).properties().forEach(component -> {
                JsonNode known = ((ObjectNode) merged.path("components").path(section))
                        .putIfAbsent(component.getKey(), component.getValue());
                if (known != null) {
                    assertEquals(
                            known,
                            component.getValue(),
                            () -> component.getKey() + " of " + service + " is something else elsewhere: name it anew");
                }
            });
        }
    }

    /** Callers sign in, or, where nobody needs to, do not: which roles may do what is for the service to say. */
    private void finish(ObjectNode operation) {
        unique("operation", operation.path("operationId").asText());
        if (!operation.path("security").isArray() || !operation.path("security").isEmpty()) {
            operation.remove("security");
        }
    }

    private void unique(String kind, String name) {
        if (!names.add(kind + " " + name)) {
            throw new AssertionError("There are two of the " + kind + " " + name);
        }
    }

    private static ObjectNode signingIn() {
        String endpoints = ApiDocument.ISSUER + "/protocol/openid-connect/";
        ObjectNode scheme = YAML.createObjectNode()
                .put("type", "oauth2")
                .put("description", "Sign in at Keycloak: authorization code with PKCE, client `remit-docs`.");
        scheme.putObject("flows")
                .putObject("authorizationCode")
                .put("authorizationUrl", endpoints + "auth")
                .put("tokenUrl", endpoints + "token")
                .put("refreshUrl", endpoints + "token")
                .putObject("scopes")
                .put("openid", "Who you are");
        return scheme;
    }
}
