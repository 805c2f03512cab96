package dev.remit.billing.approvals;

import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What work would be billed as, before anybody does or quotes it. */
@Path("/api/billing/v1/work-items/{id}/estimates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@Tag(name = "Simulations", description = "What work would cost, without storing anything")
public class WorkEstimateResource {
    private final Work work;
    private final QuoteEstimates estimates;

    WorkEstimateResource(Work work, QuoteEstimates estimates) {
        this.work = work;
        this.estimates = estimates;
    }

    /**
     * Estimates work on a work item that is ruled. Each piece of it is judged by the ruling and rated as the same time entry
     * will be; included work has what it is worth. Nothing is kept.
     *
     * @param id the work item's id
     * @return the lines with their pieces; 404 where no ruling for a client of ours is known
     */
    @POST
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, INTEGRATOR})
    @AccessRecorded
    public WorkEstimate estimateWork(UUID id, @NotNull @Valid WorkEstimate.Plan plan) {
        Ruling ruling =
                work.ruling(id).filter(known -> known.clientId() != null).orElseThrow(Problem::notFound);
        return WorkEstimate.of(estimates.rated(ruling, PlannedLines.checked(plan.lines())));
    }
}
