package dev.remit.contracts.agreements;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Dates of agreements over HTTP. */
@Path("/api/contracts/v1/dates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR, AUDITOR, CLIENT_APPROVER})
@AccessRecorded
@Tag(name = "Agreements")
class AgreementDateResource {
    private final AgreementDates dates;

    AgreementDateResource(AgreementDates dates) {
        this.dates = dates;
    }

    /**
     * List the dates that agreements have ahead. By date: of each signed agreement the next date of notice, renewal and end, and
     * the one on which a list of holidays runs out. A client's approver sees those of their own client.
     *
     * @param clientCode only those with this client.
     * @param days only those so many days ahead at most.
     */
    @GET
    @ConsistentRead
    public Page<AgreementDateView> listAgreementDates(
            @QueryParam("clientCode") Optional<String> clientCode,
            @QueryParam("days") @Min(0) @Max(36500) Integer days,
            @Valid @BeanParam Paging paging) {
        return dates.list(clientCode, Optional.ofNullable(days), paging);
    }
}
