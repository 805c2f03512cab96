package dev.remit.tickets.rulings;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Idempotent;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.intake.VisibleTickets;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Rulings, and what people add to them. */
@Path(ApiPaths.TICKETS + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({OWNER, SERVICE_DESK})
@Tag(name = "Rulings", description = "Is this work within the agreement, and by which clause?")
class RulingsResource {
    private final VisibleTickets visible;
    private final WorkItems workItems;
    private final RulingViews views;
    private final ServiceDeskActions desk;

    RulingsResource(VisibleTickets visible, WorkItems workItems, RulingViews views, ServiceDeskActions desk) {
        this.visible = visible;
        this.workItems = workItems;
        this.views = views;
        this.desk = desk;
    }

    /**
     * Every ruling of a ticket, in the order they were given.
     *
     * @param id the ticket's id
     */
    @GET
    @Path("/rulings")
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    public Page<RulingView> listTicketRulings(UUID id, @Valid @BeanParam Paging paging) {
        return views.page(visible.require(id), workItems.of(id), paging);
    }

    /**
     * Rules a work item by hand: as another catalogue item, or by a treatment of all work on it with its ground, whatever the
     * clauses say. What they say stands beside a treatment. The ticket keeps the terms it is pinned to; the ruling before this
     * one is kept.
     *
     * @param id the ticket's id
     * @param workItemId the work item's id
     * @return 201: the new ruling
     */
    @POST
    @Path("/work-items/{workItemId}/rulings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent("rulings.by-hand")
    public RestResponse<RulingView> ruleWorkItem(UUID id, UUID workItemId, @NotNull @Valid RulingRequest body) {
        RulingView ruling = desk.rule(id, workItemId, body);
        return Answers.created(ApiPaths.TICKETS + "/" + id + "/rulings", ruling);
    }

    /**
     * Says how many units of a work item were counted, for a price by the unit. Another count takes the place of this one.
     *
     * @param id the ticket's id
     * @param workItemId the work item's id
     * @return the work item with the count, who said so and when
     */
    @PUT
    @Path("/work-items/{workItemId}/quantity")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    public WorkItemView stateWorkItemQuantity(UUID id, UUID workItemId, @NotNull @Valid QuantityRequest body) {
        return desk.count(id, workItemId, body.count());
    }

    /**
     * Adds a further piece of work to a ticket. It is ruled on its own, soon after.
     *
     * @param id the ticket's id
     * @return 201: the work item, not ruled yet
     */
    @POST
    @Path("/work-items")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent("work-items.add")
    public RestResponse<WorkItemView> addWorkItem(UUID id, @NotNull @Valid WorkItemRequest body) {
        WorkItemView added = desk.add(id, body.title(), body.item());
        return Answers.created(ApiPaths.TICKETS + "/" + id, added);
    }
}
