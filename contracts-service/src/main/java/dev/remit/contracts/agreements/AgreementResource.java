package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Agreements over HTTP. */
@Path(AgreementResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
@AccessRecorded
@Tag(name = "Agreements", description = "Contracts with clients: chains of versions that both parties sign.")
class AgreementResource {
    static final String PATH = "/api/contracts/v1/agreements";

    private final Agreements agreements;

    AgreementResource(Agreements agreements) {
        this.agreements = agreements;
    }

    /**
     * Begin an agreement with a client: a master, or an addendum to one.
     *
     * @return 201: the agreement, as yet without a version
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OWNER)
    @Idempotent("agreements.create")
    public RestResponse<AgreementView> createAgreement(@NotNull @Valid AgreementCreation body) {
        AgreementView agreement = agreements.create(body);
        return Answers.created(PATH + "/" + agreement.id(), agreement);
    }

    /**
     * List agreements. Newest first. A client's approver sees those of their own client, without drafts.
     *
     * @param clientCode only those with this client.
     * @param kind only masters, or only addenda.
     * @param inForceOn only those with a version in force on this local date: the master and its addenda.
     */
    @GET
    @ConsistentRead
    public Page<AgreementView> listAgreements(
            @QueryParam("clientCode") Optional<String> clientCode,
            @QueryParam("kind") AgreementKind kind,
            @QueryParam("inForceOn") LocalDate inForceOn,
            @Valid @BeanParam Paging paging) {
        return agreements.list(clientCode, Optional.ofNullable(kind), Optional.ofNullable(inForceOn), paging);
    }

    /**
     * Read an agreement.
     *
     * @param id the agreement's id.
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public AgreementView getAgreement(UUID id) {
        return agreements.view(id);
    }
}
