package dev.remit.contracts.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.contracts.RealmDoor;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Keycloak has of people. */
final class InKeycloak {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ROLES =
            Set.of("owner", "service-desk", "technician", "finance", "auditor", "client-approver");

    private InKeycloak() {}

    /** Nobody, or the one with this login. */
    static JsonNode users(String login) {
        return RealmDoor.keycloak().administrator().get("/remit/users?exact=true&username=" + login);
    }

    static String actions(String login) {
        return users(login).path(0).path("requiredActions").toString();
    }

    static int sessions(String subject) {
        return RealmDoor.keycloak()
                .administrator()
                .get("/remit/users/" + subject + "/sessions")
                .size();
    }

    static List<String> roles(String subject) {
        return ours(RealmDoor.keycloak()
                .administrator()
                .get("/remit/users/" + subject + "/role-mappings/realm")
                .findValuesAsText("name")
                .stream());
    }

    static List<String> roles(JsonNode claims) {
        return ours(
                StreamSupport.stream(claims.path("roles").spliterator(), false).map(JsonNode::asText));
    }

    private static List<String> ours(Stream<String> roles) {
        return roles.filter(ROLES::contains).sorted().toList();
    }

    static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
