package dev.remit.billing.exports;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.FINANCE_PULL;
import static dev.remit.kit.tenancy.Roles.OWNER;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.tenancy.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The dates that finance closes. */
@Path("/api/billing/v1/cut-offs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, FINANCE, FINANCE_PULL, AUDITOR})
@AccessRecorded
@Tag(name = "Finance", description = "Cut-offs, the finance feed, export batches and acknowledgements")
public class CutOffResource {
    private final CutOffActions desk;
    private final Caller caller;

    CutOffResource(CutOffActions desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /**
     * Locks open lines and publishes them to the finance feed. Closes a date that is over in the zone of each client concerned.
     * Locks every OPEN line with a billed amount and a work date up to it, and gives it its position for good. What becomes
     * known later goes into the next cut-off, marked late. Where there are more than some hundreds of lines, the rest are
     * locked after the answer.
     *
     * @return 200: what was locked; 202: the date is closed, and lines are still being locked: read the cut-off until it is DONE
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, FINANCE})
    @Idempotent("cut-offs")
    public RestResponse<CutOffView> createCutOff(@NotNull @Valid CutOffRequest request) {
        CutOffView made = desk.make(request.through(), request.clientCode(), caller.username());
        return made.status() == CutOffStatus.DONE ? Answers.ok(made) : Answers.accepted(made);
    }

    /** Cut-offs, newest first. */
    @GET
    @ConsistentRead
    public Page<CutOffView> listCutOffs(@Valid @BeanParam Paging paging) {
        return desk.page(paging);
    }

    /**
     * One cut-off, with what it has locked so far.
     *
     * @param id the cut-off's id
     */
    @GET
    @Path("/{id}")
    @ConsistentRead
    public CutOffView getCutOff(UUID id) {
        return desk.require(id);
    }
}
