package dev.remit.gateway.docs;

import static com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS;
import static com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature.MINIMIZE_QUOTES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

    static final List<String> SERVICES = List.of("contracts", "tickets", "billing", "notifications");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MINIMIZE_QUOTES, ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();
    private static final String SIGNING_IN = "keycloak";
    private static final String TOKEN = "token";

    private final ObjectNode merged = YAML.createObjectNode();
    private final Set<String> names = new HashSet<>();

    private MergedDocument(String introduction) {
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "Remit API").put("version", "v1").put("description", introduction);
        ObjectNode info = (ObjectNode) merged.path("info");
        info.putObject("contact").put("name", "Remit").put("url", "https://remit.dev");
        info.putObject("license")
                .put("name", "All rights reserved")
                .put("identifier", "LicenseRef-All-Rights-Reserved");
        merged.putArray("servers").addObject().put("url", "/");
        ArrayNode either = merged.putArray("security");
        either.addObject().putArray(SIGNING_IN);
        either.addObject().putArray(TOKEN);
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("webhooks");
        ObjectNode components = merged.putObject("components");
        components.putObject("schemas");
        components.putObject("responses");
        components.putObject("parameters");
        components.putObject("headers");
        components.putObject("examples");
        components.putObject("securitySchemes").set(SIGNING_IN, signingIn());
    }

    /** @param folder of the services' published documents */
    static String of(Path folder) throws IOException {
        var document = new MergedDocument(Files.readString(folder.resolve("introduction.md")));
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
        document.path("webhooks").properties().forEach(webhook -> {
            webhook.getValue().forEach(operation -> finish((ObjectNode) operation));
            assertNull(
                    ((ObjectNode) merged.path("webhooks")).putIfAbsent(webhook.getKey(), webhook.getValue()),
                    webhook.getKey());
        });
        for (String section : List.of("schemas", "responses", "parameters", "headers", "examples", "securitySchemes")) {
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

    /** Callers sign in or bring a token, unless the service says that they prove themselves otherwise. */
    private void finish(ObjectNode operation) {
        unique("operation", operation.path("operationId").asText());
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
                .put(
                        "description",
                        "A person signs in at Keycloak by authorization code with PKCE, client `remit-docs`; a machine"
                                + " shows its client's secret.");
        ObjectNode flows = scheme.putObject("flows");
        flows.putObject("authorizationCode")
                .put("authorizationUrl", endpoints + "auth")
                .put("tokenUrl", endpoints + "token")
                .put("refreshUrl", endpoints + "token")
                .putObject("scopes")
                .put("openid", "Who you are");
        flows.putObject("clientCredentials")
                .put("tokenUrl", endpoints + "token")
                .putObject("scopes");
        return scheme;
    }
}
