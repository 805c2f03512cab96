package dev.remit.contracts.clients;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The MSP's clients over HTTP. */
@Path(ClientResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
@AccessUnrecorded("who is served, by whom and where: neither money nor what was agreed")
@Tag(name = "Clients", description = "The MSP's clients with their sites and approvers.")
class ClientResource {
    static final String PATH = "/api/contracts/v1/clients";

    private final Clients clients;

    ClientResource(Clients clients) {
        this.clients = clients;
    }

    /**
     * Add a client.
     *
     * @return 201: the new client
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Idempotent("clients.create")
    public RestResponse<ClientView> createClient(@NotNull @Valid ClientCreation body) {
        return clients.create(body).created(PATH + "/" + body.code());
    }

    /** List the clients. By code. A client's approver sees their own client alone. */
    @GET
    @ConsistentRead
    public Page<ClientView> listClients(@Valid @BeanParam Paging paging) {
        return clients.list(paging);
    }

    /**
     * Read a client.
     *
     * @param code the client's code.
     * @return the client
     */
    @GET
    @Path("/{code}")
    @ConsistentRead
    public RestResponse<ClientView> getClient(String code) {
        return clients.view(code).response();
    }

    /**
     * Change a client. Replaces everything but the code. Sites keep their identity by code, approvers by user name. Who
     * approves, and with which account, only the owner changes; the service desk can deactivate an approver. The client is told
     * of each change to its approvers.
     *
     * @param code the client's code.
     * @return the client as it is now
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{code}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK})
    public RestResponse<ClientView> changeClient(
            String code, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid ClientDetails body) {
        return clients.change(code, ifMatch, body).response();
    }
}
