package dev.remit.tickets.rulings;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.CLIENT_APPROVER;
import static dev.remit.tickets.Roles.FINANCE;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;
import static dev.remit.tickets.Roles.SERVICE_DESK;
import static dev.remit.tickets.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.Answer;
import dev.remit.kit.idempotency.Idempotency;
import dev.remit.tickets.ApiText;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketsPending;
import dev.remit.tickets.intake.VisibleTickets;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rulings, and what people add to them. */
@Path(ApiText.TICKETS + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rulings", description = "Is this work within the agreement, and by which clause?")
class RulingsResource {
    private static final String RELOCATION = """
            {"item": "office-move", "reason": "The client calls it a relocation"}
            """;
    private static final String PRINTER = """
            {"title": "While you are here: the printer on 11"}
            """;

    private final VisibleTickets visible;
    private final WorkItems workItems;
    private final RulingViews views;
    private final ServiceDesk desk;
    private final Idempotency idempotency;
    private final Event<TicketsPending> pending;

    RulingsResource(
            VisibleTickets visible,
            WorkItems workItems,
            RulingViews views,
            ServiceDesk desk,
            Idempotency idempotency,
            Event<TicketsPending> pending) {
        this.visible = visible;
        this.workItems = workItems;
        this.views = views;
        this.desk = desk;
        this.idempotency = idempotency;
        this.pending = pending;
    }

    /** Says what kind of work it is. */
    @Schema(name = "RulingRequest", additionalProperties = Schema.False.class)
    record RulingRequest(
            @NotBlank @Size(max = 64) @Schema(description = "Code of a catalogue item")
            String item,

            @NotBlank @Size(max = 500) @Schema(description = "Why, for the record")
            String reason) {}

    /** A further request on a ticket. */
    @Schema(name = "WorkItemRequest", additionalProperties = Schema.False.class)
    record WorkItemRequest(
            @NotBlank @Size(max = 500) String title,

            @Size(min = 1, max = 64) @Schema(description = "Code of a catalogue item, where it is clear")
            String item) {}

    @GET
    @Path("rulings")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(operationId = "listRulings", summary = "Every ruling of a ticket, in the order they were given")
    public Page<RulingView> list(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        Ticket ticket = visible.require(id);
        return views.page(ticket, workItems.of(id), paging);
    }

    @POST
    @Path("work-items/{workItemId}/rulings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(
            operationId = "ruleByHand",
            summary = "Rules a work item again as another catalogue item",
            description = "The ticket keeps the terms it is pinned to; the ruling before this one is kept.")
    @APIResponse(
            responseCode = "201",
            description = "The new ruling",
            headers =
                    @Header(
                            name = "Location",
                            description = ApiText.LOCATION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = RulingView.class)))
    public Response rule(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id,
            @Parameter(description = "The work item's id.") @PathParam("workItemId") UUID workItemId,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "relocation", value = RELOCATION)))
                    @NotNull
                    @Valid
                    RulingRequest body) {
        Response answer = idempotency.run("rulings.by-hand", key, List.of(id, workItemId, body), () -> {
            RulingView ruling = desk.rule(id, workItemId, body.item(), body.reason());
            return Answer.created(ApiText.TICKETS + "/" + id + "/rulings", ruling);
        });
        pending.fire(new TicketsPending());
        return answer;
    }

    @POST
    @Path("work-items")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({OWNER, SERVICE_DESK})
    @Operation(
            operationId = "addWorkItem",
            summary = "Adds a further piece of work to a ticket",
            description = "It is ruled on its own, soon after.")
    @APIResponse(
            responseCode = "201",
            description = "The work item, not ruled yet",
            headers =
                    @Header(
                            name = "Location",
                            description = ApiText.LOCATION,
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = WorkItemView.class)))
    public Response add(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id,
            @Parameter(description = ApiText.KEY, required = true) @HeaderParam(Idempotency.HEADER) String key,
            @RequestBody(
                            required = true,
                            content = @Content(examples = @ExampleObject(name = "printer", value = PRINTER)))
                    @NotNull
                    @Valid
                    WorkItemRequest body) {
        Response answer = idempotency.run("work-items.add", key, List.of(id, body), () -> {
            WorkItemView added = desk.add(id, body.title(), body.item());
            return Answer.created(ApiText.TICKETS + "/" + id, added);
        });
        pending.fire(new TicketsPending());
        return answer;
    }
}
