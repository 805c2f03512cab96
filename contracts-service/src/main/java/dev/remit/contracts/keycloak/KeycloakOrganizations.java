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

/** The realm's organizations, each of whose people belong together. What is refused is thrown. */
@RegisterRestClient(configKey = "keycloak")
@RegisterProvider(AdminAddress.class)
@OidcClientFilter("keycloak")
@Path("/organizations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakOrganizations {

    /** Those with a property, given as {@code name:value}. */
    @GET
    List<Organization> with(@QueryParam("q") String property);

    /** Refused where there is one with this name or alias. */
    @POST
    void create(Organization organization);

    @PUT
    @Path("/{id}")
    void change(String id, Organization organization);

    @DELETE
    @Path("/{id}")
    void remove(String id);

    /** Makes an account a member; refused where it is one. */
    @POST
    @Path("/{id}/members")
    void join(String id, String account);

    /**
     * @param id of Keycloak's choice; null for one that is to be made
     * @param name which no other organization has
     * @param alias by which it is found again
     * @param attributes what pages and mails read of it
     */
    record Organization(String id, String name, String alias, boolean enabled, Map<String, List<String>> attributes) {}
}
