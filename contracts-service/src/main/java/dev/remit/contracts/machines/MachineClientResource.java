package dev.remit.contracts.machines;

import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The MSP's machine clients over HTTP. */
@Path(MachineClientResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(OWNER)
@AccessUnrecorded("which machines may log in, without their secrets")
@Tag(
        name = "Machine clients",
        description =
                "How PSA platforms, finance systems and integrations log in, each with the rights of one purpose.")
class MachineClientResource {
    static final String PATH = "/api/contracts/v1/machine-clients";

    private final MachineClients clients;
    private final SecretIssuing issuing;
    private final MachineEndings endings;

    MachineClientResource(MachineClients clients, SecretIssuing issuing, MachineEndings endings) {
        this.clients = clients;
        this.issuing = issuing;
        this.endings = endings;
    }

    /**
     * Make a machine client. With the rights of one purpose: tickets and time of one connection, extras for a finance system, or
     * reading and simulating. Its secret is in the answer. Where Keycloak gives no answer (503), the same request under the same
     * key goes on.
     *
     * @param key Your own key of this request: sent again, it makes nothing more.
     * @return 201: the machine client and its secret
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<IssuedSecret> createMachineClient(
            @HeaderParam(Idempotency.HEADER) @Parameter(required = true) String key,
            @NotNull @Valid NewMachineClient body) {
        return issuing.make(key, body);
    }

    /** List the machine clients. In the order in which they were made. */
    @GET
    @ConsistentRead
    public Page<MachineClientView> listMachineClients(@Valid @BeanParam Paging paging) {
        return clients.list(paging);
    }

    /**
     * Read a machine client.
     *
     * @param id the machine client's id.
     * @return the machine client
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public RestResponse<MachineClientView> getMachineClient(UUID id) {
        return clients.view(id).response();
    }

    /**
     * Rotate a machine client's secret. Makes another client id and secret beside the present ones, which stay good for an
     * overlap, so that the machine is given the new ones while it works. Two are good at one time at most.
     *
     * @param id the machine client's id.
     * @param key Your own key of this request: sent again, it makes nothing more.
     * @return 201: the machine client and its new secret
     */
    @POST
    @Path("/{id}/rotate")
    @Consumes(MediaType.APPLICATION_JSON)
    public RestResponse<IssuedSecret> rotateMachineClient(
            UUID id,
            @HeaderParam(Idempotency.HEADER) @Parameter(required = true) String key,
            @NotNull @Valid MachineRotation body) {
        return issuing.rotate(id, key, body);
    }

    /**
     * End one of a machine client's secrets. Within five seconds tokens that it got are refused. One that has ended stays so.
     *
     * @param id the machine client's id.
     * @param credentialId the id of the credential among the machine client's.
     * @return the machine client
     */
    @POST
    @Path("/{id}/credentials/{credentialId}/end")
    public RestResponse<MachineClientView> endMachineCredential(
            UUID id, UUID credentialId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return endings.end(id, credentialId, ifMatch).response();
    }

    /**
     * Revoke a machine client. Within five seconds all its tokens are refused, and it gets no more of them. One that is revoked
     * stays so.
     *
     * @param id the machine client's id.
     * @return the machine client
     */
    @POST
    @Path("/{id}/revoke")
    public RestResponse<MachineClientView> revokeMachineClient(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return endings.revoke(id, ifMatch).response();
    }
}
