package dev.remit.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person of a test's own in the shared Keycloak, made as an administrator makes one, and a member of their MSP. */
record TemporaryPerson(IdentityProvider keycloak, String name, String id) {
    static final String PASSWORD = "violet-harbour-38";
    static final String TENANT = UUID.randomUUID().toString();
    /** A name that would be something else on a page that took it for HTML. */
    static final String MSP = "Beacon <i>IT</i> & Sons";

    /** As a page writes it. */
    static final String MSP_ON_A_PAGE = "Beacon &lt;i&gt;IT&lt;/i&gt; &amp; Sons";

    private static final ObjectMapper JSON = new ObjectMapper();

    static TemporaryPerson arrive(IdentityProvider keycloak) {
        String name = "newcomer-" + UUID.randomUUID();
        KeycloakAdmin admin = keycloak.administrator();
        String id = admin.makePerson(
                name, PASSWORD, Map.of("tenant", List.of(TENANT), "client", List.of("whitfield-crane")), "technician");
        admin.post("/remit/organizations/" + organization(admin) + "/members", id);
        return new TemporaryPerson(keycloak, name, id);
    }

    /** One at a time, as the classes that share a Keycloak share the MSP. */
    private static synchronized String organization(KeycloakAdmin admin) {
        String found = "/remit/organizations?q=alias:" + TENANT;
        if (admin.get(found).isEmpty()) {
            admin.post(
                    "/remit/organizations",
                    Map.of(
                            "name",
                            TENANT,
                            "alias",
                            TENANT,
                            "enabled",
                            true,
                            "attributes",
                            Map.of("msp", List.of(MSP), "logo", List.of("any"))));
        }
        return admin.get(found).path(0).path("id").asText();
    }

    /** What Keycloak knows of this person. */
    JsonNode record() {
        return keycloak.administrator().get("/remit/users/" + id);
    }

    BrowserSession loggedInAt(String client, String redirect) {
        BrowserSession browser = new BrowserSession(keycloak.issuer());
        browser.token(client, redirect, name, PASSWORD);
        return browser;
    }

    HttpResponse<String> grant(String password) throws IOException {
        return Http.postForm(
                keycloak.issuer() + "/protocol/openid-connect/token",
                Map.of("grant_type", "password", "client_id", "remit-cli", "username", name, "password", password));
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }
}
