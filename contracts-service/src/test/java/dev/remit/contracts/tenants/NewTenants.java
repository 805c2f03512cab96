package dev.remit.contracts.tenants;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests for tenants whose owners nobody else is. */
public final class NewTenants {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NewTenants() {}

    /** @param changed members other than the usual ones */
    public static String body(String login, Map<String, Object> changed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Acme IT");
        body.put("kind", "REAL");
        body.put(
                "owner",
                Map.of(
                        "login",
                        login,
                        "firstName",
                        "Ann",
                        "lastName",
                        "Archer",
                        "email",
                        changed.getOrDefault("email", login + "@acme.example")));
        body.putAll(changed);
        body.remove("email");
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
