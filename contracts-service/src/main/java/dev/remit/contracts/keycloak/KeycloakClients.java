package dev.remit.contracts.keycloak;

import dev.remit.contracts.keycloak.KeycloakUsers.User;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Clients in the realm that log in by a secret. What is refused is thrown. */
@RegisterRestClient(configKey = "keycloak")
@RegisterProvider(AdminAddress.class)
@OidcClientFilter("keycloak")
@Path("/clients")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakClients {

    /** Refused where there is one with this id. */
    @POST
    void create(NewClient client);

    /** Clients in the order of their names; a page that is not full is the last. */
    @GET
    List<Client> page(@QueryParam("first") int first, @QueryParam("max") int max);

    @DELETE
    @Path("/{id}")
    void remove(String id);

    @GET
    @Path("/{id}/client-secret")
    Secret secret(String id);

    /** The account in whose name the client gets its tokens. */
    @GET
    @Path("/{id}/service-account-user")
    User account(String id);

    /** A client that is there. */
    record Client(String id, List<Mapper> protocolMappers) {
        public Client {
            protocolMappers = protocolMappers == null ? List.of() : protocolMappers;
        }

        /** Whether all of its tokens have this claim. */
        boolean names(String claim, String value) {
            return protocolMappers.stream()
                    .anyMatch(mapper -> mapper.protocolMapper().equals(Mapper.FIXED)
                            && claim.equals(mapper.config().get("claim.name"))
                            && value.equals(mapper.config().get("claim.value")));
        }
    }

    /** @param id of our choice, as is clientId, with which the client logs in */
    record NewClient(
            String id,
            String clientId,
            String name,
            boolean enabled,
            String protocol,
            String clientAuthenticatorType,
            boolean publicClient,
            boolean serviceAccountsEnabled,
            boolean standardFlowEnabled,
            boolean implicitFlowEnabled,
            boolean directAccessGrantsEnabled,
            boolean fullScopeAllowed,
            List<String> defaultClientScopes,
            List<String> optionalClientScopes,
            List<Mapper> protocolMappers) {

        /** One that gets tokens by its secret and in no other way, with these claims in them. */
        static NewClient machine(String id, String clientId, String name, List<Mapper> claims) {
            return new NewClient(
                    id,
                    clientId,
                    name,
                    true,
                    "openid-connect",
                    "client-secret",
                    false,
                    true,
                    false,
                    false,
                    false,
                    true,
                    List.of("basic", "profile", "remit"),
                    List.of(),
                    claims);
        }
    }

    /** What puts a claim into tokens. */
    record Mapper(String name, String protocol, String protocolMapper, Map<String, String> config) {
        private static final String FIXED = "oidc-hardcoded-claim-mapper";

        static Mapper fixed(String claim, String value) {
            return new Mapper(
                    claim,
                    "openid-connect",
                    FIXED,
                    Map.of(
                            "claim.name", claim,
                            "claim.value", value,
                            "jsonType.label", "String",
                            "access.token.claim", "true",
                            "id.token.claim", "false",
                            "introspection.token.claim", "true"));
        }
    }

    record Secret(String value) {}
}
