package dev.remit.contracts.tenants;

import static dev.remit.kit.tenancy.Roles.OWNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The MSP's own logo over HTTP, for its owner. */
@Path("/api/contracts/v1/logo")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OWNER)
@Tag(name = "Logo", description = "The mark by which people know their MSP where they log in.")
class LogoResource {
    private final Logos logos;

    LogoResource(Logos logos) {
        this.logos = logos;
    }

    /**
     * Put the logo. A PNG file of at most 64 KiB, 16 to 1024 pixels wide and high. The pages on which the MSP's people and its
     * clients' approvers choose a password and show their second factor have it beside the MSP's name, once Keycloak knows
     * of it, and everybody finds it at its address, without a token. Another one takes its place.
     *
     * @param png the bytes
     * @return the logo as it is kept
     */
    @PUT
    @Consumes(MediaType.WILDCARD)
    public LogoView uploadLogo(@NotNull byte[] png) {
        return logos.put(png);
    }

    /**
     * Remove the logo. The MSP's name stands alone from then on. Where there is none, nothing changes.
     *
     * @return 204: there is none
     */
    @DELETE
    public RestResponse<Void> deleteLogo() {
        logos.remove();
        return RestResponse.noContent();
    }
}
