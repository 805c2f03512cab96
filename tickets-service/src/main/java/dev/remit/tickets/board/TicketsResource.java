package dev.remit.tickets.board;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.CLIENT_APPROVER;
import static dev.remit.tickets.Roles.FINANCE;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;
import static dev.remit.tickets.Roles.SERVICE_DESK;
import static dev.remit.tickets.Roles.TECHNICIAN;

import dev.remit.engines.scope.Verdict;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.evidence.EvidencePage;
import dev.remit.kit.evidence.EvidencePaging;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.ApiText;
import dev.remit.tickets.QueryValues;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.connections.TicketStatus;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketFilter;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.intake.VisibleTickets;
import dev.remit.tickets.rulings.RulingViews;
import dev.remit.tickets.rulings.WorkItemView;
import dev.remit.tickets.workitems.WorkItem;
import dev.remit.tickets.workitems.WorkItems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets with what we make of them. */
@Path(ApiText.TICKETS)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
class TicketsResource {
    private final Tickets tickets;
    private final VisibleTickets visible;
    private final Connections connections;
    private final WorkItems workItems;
    private final RulingViews rulings;
    private final EvidenceReader evidence;
    private final Caller caller;

    TicketsResource(
            Tickets tickets,
            VisibleTickets visible,
            Connections connections,
            WorkItems workItems,
            RulingViews rulings,
            EvidenceReader evidence,
            Caller caller) {
        this.tickets = tickets;
        this.visible = visible;
        this.connections = connections;
        this.workItems = workItems;
        this.rulings = rulings;
        this.evidence = evidence;
        this.caller = caller;
    }

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessUnrecorded("titles and verdicts, without the clauses and what was done")
    @Operation(
            operationId = "listTickets",
            summary = "List tickets",
            description = "In the order of their last change, so that a client can keep in step: it asks with the last"
                    + " updatedAt that it has seen as updatedSince, and is given what changed in the minute before that,"
                    + " too, since a change is seen only when it is committed. What it has already it finds unchanged.")
    public Page<TicketView> list(
            @Valid @BeanParam Paging paging,
            @QueryParam("clientCode") @Parameter(description = "Of this client alone") String clientCode,
            @QueryParam("status")
                    @Parameter(description = "With this status", schema = @Schema(implementation = TicketStatus.class))
                    String status,
            @QueryParam("verdict")
                    @Parameter(
                            description = "With a work item that is ruled so",
                            schema = @Schema(implementation = Verdict.class))
                    String verdict,
            @QueryParam("updatedSince")
                    @Parameter(
                            description = "Changed then or later, or in the minute before",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String updatedSince) {
        TicketFilter filter = new TicketFilter(
                clientCode,
                QueryValues.oneOf("status", status, TicketStatus.class),
                QueryValues.oneOf("verdict", verdict, Verdict.class),
                QueryValues.instant("updatedSince", updatedSince));
        Optional<String> bound = caller.client();
        if (bound.isPresent() && clientCode != null && !bound.get().equals(clientCode)) {
            return new Page<>(List.of(), null);
        }
        List<Ticket> rows = tickets.page(bound.map(filter::ofClient).orElse(filter), paging.after(2), paging.limit());
        Map<UUID, TicketView> views = views(rows);
        return Page.of(
                rows, paging.limit(), row -> views.get(row.id()), row -> Cursor.after(row.updatedAt(), row.id()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(operationId = "getTicket", summary = "Read a ticket with its rulings")
    public TicketView get(@Parameter(description = ApiText.TICKET) @PathParam("id") UUID id) {
        return view(visible.require(id));
    }

    @GET
    @Path("/by-ref/{connection}/{externalId}")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(operationId = "getTicketByReference", summary = "Read a ticket by its source's key")
    public TicketView getByReference(
            @Parameter(description = ApiText.CONNECTION) @PathParam("connection") String connection,
            @Parameter(description = ApiText.EXTERNAL_ID) @PathParam("externalId") String externalId) {
        Ticket ticket = connections
                .named(connection)
                .flatMap(known -> tickets.referredTo(known.id(), externalId))
                .orElseThrow(Problem::notFound);
        return view(visible.visible(ticket));
    }

    @GET
    @Path("/{id}/evidence")
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @LongRead
    @AccessRecorded
    @Operation(
            operationId = "getEvidence",
            summary = "Read a ticket's chain of evidence",
            description =
                    "Each ruling and each clock's verdict with all that it was computed from, and the hashes to check it by."
                            + " A confidential ticket's title is in none of it; what was written before it became so is"
                            + " withheld, and its seal stands for it. A client's approver is given what was written while"
                            + " the ticket was that client's. Read in pages: whoever noted a position and its hash down"
                            + " asks for what follows it, and compares previous.")
    public EvidencePage evidence(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id,
            @Valid @BeanParam EvidencePaging paging) {
        return evidence.read(visible.require(id), paging);
    }

    private TicketView view(Ticket ticket) {
        return views(List.of(ticket)).get(ticket.id());
    }

    /** A confidential ticket's words stay at the service desk. */
    private boolean mayReadPrivilegedText() {
        return caller.has(OWNER) || caller.has(SERVICE_DESK);
    }

    /** Fetches what hangs on all of them at once. */
    private Map<UUID, TicketView> views(List<Ticket> rows) {
        List<UUID> ids = rows.stream().map(Ticket::id).toList();
        Map<UUID, List<WorkItem>> items = ids.isEmpty() ? Map.of() : workItems.ofAll(ids);
        Map<UUID, WorkItemView> itemViews = rulings.workItems(
                rows, items.values().stream().flatMap(List::stream).toList());
        return rows.stream()
                .collect(Collectors.toMap(
                        Ticket::id,
                        ticket -> TicketView.of(
                                ticket,
                                items.getOrDefault(ticket.id(), List.of()).stream()
                                        .map(item -> itemViews.get(item.id()))
                                        .toList(),
                                mayReadPrivilegedText())));
    }
}
