package dev.remit.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** Keycloak's admin API, called by an administrator of the realm {@code master}. */
public final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONSOLE = "security-admin-console";

    private final String url;
    private final String token;

    private KeycloakAdmin(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** A person at the console's log-in, the one way in that is left once the master realm is secured. */
    static KeycloakAdmin ofPerson(String url, String user, String password) {
        return new KeycloakAdmin(
                url, new BrowserSession(master(url)).token(CONSOLE, url + "/admin/master/console/", user, password));
    }

    static KeycloakAdmin withToken(String url, String token) {
        return new KeycloakAdmin(url, token);
    }

    static String master(String url) {
        return url + "/realms/master";
    }

    /** @param path behind {@code /admin/realms} */
    public JsonNode get(String path) {
        return call("GET", path, null);
    }

    /** @param body to be written as JSON */
    public void put(String path, Object body) {
        call("PUT", path, body);
    }

    /** @param body to be written as JSON */
    public void post(String path, Object body) {
        call("POST", path, body);
    }

    /** Fails unless it was there. */
    public void delete(String path) {
        call("DELETE", path, null);
    }

    /** @param what to take away there, to be written as JSON */
    void delete(String path, Object what) {
        call("DELETE", path, what);
    }

    /** Takes what is asked of a person of the realm {@code remit} at their first log-in as done, the password as theirs. */
    public void finishFirstLogIn(String login) {
        String path = "/remit/users/" + id(login);
        ObjectNode person = (ObjectNode) get(path);
        person.putArray("requiredActions");
        put(path, person);
    }

    /**
     * Makes a person of the realm {@code remit}, Nora Field, as somebody does at Keycloak's console: Remit hears nothing of it.
     *
     * @param attributes such as the tenant to which she belongs
     * @param role the one that she has
     * @return her id
     */
    public String makePerson(String login, String password, Map<String, List<String>> attributes, String role) {
        post(
                "/remit/users",
                Map.of(
                        "username",
                        login,
                        "enabled",
                        true,
                        "firstName",
                        "Nora",
                        "lastName",
                        "Field",
                        "email",
                        login + "@beacon-it.example",
                        "attributes",
                        attributes,
                        "credentials",
                        List.of(Map.of("type", "password", "value", password))));
        giveRole(login, role);
        return id(login);
    }

    /** @param login of a person of the realm {@code remit}, or of what a machine client acts as */
    public void giveRole(String login, String role) {
        post("/remit/users/" + id(login) + "/role-mappings/realm", List.of(get("/remit/roles/" + role)));
    }

    /** @return the id of whoever has the login in the realm {@code remit} */
    public String id(String login) {
        return get("/remit/users?exact=true&username=" + Http.encode(login))
                .path(0)
                .path("id")
                .asText();
    }

    /** The one client of this name. */
    JsonNode client(String realm, String clientId) {
        return get("/" + realm + "/clients?clientId=" + clientId).path(0);
    }

    /** Changes some members of a client and leaves the others. */
    public void changeClient(String realm, String clientId, Map<String, ?> change) {
        put("/" + realm + "/clients/" + client(realm, clientId).path("id").asText(), change);
    }

    private JsonNode call(String method, String path, Object body) {
        try {
            HttpResponse<String> answer = answer(method, path, body);
            if (answer.statusCode() / 100 != 2) {
                throw new StackException(
                        method + " " + path + ": Keycloak answers " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + url, e);
        }
    }

    private HttpResponse<String> answer(String method, String path, Object body) throws IOException {
        return Http.sendJson(method, url + "/admin/realms" + path, token, body == null ? null : text(body));
    }

    private static String text(Object body) throws JsonProcessingException {
        return JSON.writeValueAsString(body);
    }
}
