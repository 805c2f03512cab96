package dev.remit.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Takes what has changed in the realm files into a Keycloak whose data are kept: the realm's settings and those of the files'
 * clients become what stands there, roles, scopes, clients and people that are missing are made, and services get the rights
 * in Keycloak that they lack. Whatever somebody has made stays as it is.
 */
final class RealmUpdate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/remit";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(REMIT_\\w+)(?::([^}]*))?}");
    /** What has calls of its own, or goes together with what people have been given. */
    private static final List<String> NO_SETTINGS = List.of(
            "id",
            "roles",
            "defaultRole",
            "clients",
            "clientScopes",
            "clientScopeMappings",
            "defaultDefaultClientScopes",
            "defaultOptionalClientScopes",
            "users",
            "components",
            "requiredActions",
            "authenticationFlows",
            // Not without the flow that asks for the second factor.
            "resetPasswordAllowed");

    private final KeycloakAdmin admin;
    private final Map<String, String> placeholders;

    /** @param placeholders what they stand for, by name */
    RealmUpdate(KeycloakAdmin admin, Map<String, String> placeholders) {
        this.admin = admin;
        this.placeholders = placeholders;
    }

    /** Twice is as good as once. */
    void apply(RealmFiles files) {
        for (Path file : files.files()) {
            ObjectNode wanted = read(file);
            changeSettings(wanted.deepCopy().remove(NO_SETTINGS));
            makeMissingScopes(wanted.path("clientScopes"));
            Set<String> before = names(admin.get(REALM + "/clients"), "clientId");
            ObjectNode missing = wanted.deepCopy().retain("roles", "clients", "users");
            admin.post(REALM + "/partialImport", missing.put("ifResourceExists", "SKIP"));
            for (JsonNode client : wanted.path("clients")) {
                if (before.contains(client.path("clientId").asText())) {
                    change((ObjectNode) client);
                }
            }
            for (JsonNode user : wanted.path("users")) {
                if (user.has("serviceAccountClientId")) {
                    grantMissing(user);
                }
            }
        }
    }

    /** Keycloak forgets attributes that it is not told again. */
    private void changeSettings(ObjectNode wanted) {
        ObjectNode realm = (ObjectNode) admin.get(REALM);
        if (wanted.remove("attributes") instanceof ObjectNode attributes) {
            realm.withObject("/attributes").setAll(attributes);
        }
        admin.put(REALM, realm.setAll(wanted));
    }

    private void makeMissingScopes(JsonNode scopes) {
        Set<String> there = names(admin.get(REALM + "/client-scopes"), "name");
        for (JsonNode scope : scopes) {
            if (!there.contains(scope.path("name").asText())) {
                admin.post(REALM + "/client-scopes", scope);
            }
        }
    }

    private void change(ObjectNode client) {
        client.remove(List.of("id", "protocolMappers", "defaultClientScopes", "optionalClientScopes"));
        admin.put(client(client.path("clientId").asText()), client);
    }

    private void grantMissing(JsonNode serviceAccount) {
        serviceAccount.path("clientRoles").properties().forEach(roles -> {
            String service = serviceAccount.path("serviceAccountClientId").asText();
            String account = admin.get(client(service) + "/service-account-user")
                    .path("id")
                    .asText();
            String granted = REALM + "/users/" + account + "/role-mappings/clients/" + id(roles.getKey());
            List<String> wanted = texts(roles.getValue());
            List<JsonNode> missing = StreamSupport.stream(
                            admin.get(granted + "/available").spliterator(), false)
                    .filter(role -> wanted.contains(role.path("name").asText()))
                    .toList();
            if (!missing.isEmpty()) {
                admin.post(granted, missing);
            }
        });
    }

    private String client(String name) {
        return REALM + "/clients/" + id(name);
    }

    private String id(String client) {
        return admin.client("remit", client).path("id").asText();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Set<String> names(JsonNode list, String member) {
        Set<String> names = new TreeSet<>();
        list.forEach(element -> names.add(element.path(member).asText()));
        return names;
    }

    /** As Keycloak reads it at an import. */
    private ObjectNode read(Path file) {
        try {
            return (ObjectNode)
                    JSON.readTree(PLACEHOLDER.matcher(Files.readString(file)).replaceAll(this::value));
        } catch (IOException e) {
            throw new StackException("Could not read the realm: " + e.getMessage(), e);
        }
    }

    private String value(MatchResult placeholder) {
        String known = placeholders.get(placeholder.group(1));
        String otherwise = placeholder.group(2) == null ? placeholder.group() : placeholder.group(2);
        return Matcher.quoteReplacement(known == null ? otherwise : known);
    }
}
