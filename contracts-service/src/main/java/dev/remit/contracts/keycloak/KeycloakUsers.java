package dev.remit.contracts.keycloak;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** People's accounts in the realm. What is refused is thrown. */
@RegisterRestClient(configKey = "keycloak")
@RegisterProvider(AdminAddress.class)
@OidcClientFilter("keycloak")
@Path("/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakUsers {

    /** Nobody, or the one with exactly this name. */
    @GET
    List<User> find(@QueryParam("username") String login, @QueryParam("exact") boolean exact);

    /** Accounts with an attribute, given as {@code name:value}; a page that is not full is the last. */
    @GET
    List<User> withAttribute(
            @QueryParam("q") String attribute, @QueryParam("first") int first, @QueryParam("max") int max);

    @POST
    void create(NewUser user);

    @GET
    @Path("/{id}/credentials")
    List<Credential> credentials(String id);

    @PUT
    @Path("/{id}/reset-password")
    void setPassword(String id, Password password);

    /** Sends a mail with a link to these actions; refused where the realm sends none. */
    @PUT
    @Path("/{id}/execute-actions-email")
    void mail(String id, List<String> actions);

    /** Everything that an account says of itself, to be sent back with changes. */
    @GET
    @Path("/{id}")
    Map<String, Object> whole(String id);

    @PUT
    @Path("/{id}")
    void change(String id, Map<String, Object> whole);

    @DELETE
    @Path("/{id}")
    void remove(String id);

    /** Ends all sessions. */
    @POST
    @Path("/{id}/logout")
    void logout(String id);

    /** The realm's roles that the account has. */
    @GET
    @Path("/{id}/role-mappings/realm")
    List<Role> roles(String id);

    @DELETE
    @Path("/{id}/role-mappings/realm")
    void takeAway(String id, List<Role> roles);

    /** The realm's roles that the account could be given, and has not. */
    @GET
    @Path("/{id}/role-mappings/realm/available")
    List<Role> availableRoles(String id);

    @POST
    @Path("/{id}/role-mappings/realm")
    void grant(String id, List<Role> roles);

    record User(String id, String username, Map<String, List<String>> attributes, List<String> requiredActions) {
        public User {
            attributes = attributes == null ? Map.of() : attributes;
            requiredActions = requiredActions == null ? List.of() : requiredActions;
        }
    }

    /** @param credentials none, or a password to begin with */
    record NewUser(
            String username,
            String firstName,
            String lastName,
            String email,
            boolean enabled,
            Map<String, List<String>> attributes,
            List<String> requiredActions,
            List<Password> credentials) {}

    record Password(String type, String value, boolean temporary) {
        static Password temporary(String value) {
            return new Password("password", value, true);
        }
    }

    record Credential(String type) {}

    record Role(String id, String name) {}
}
