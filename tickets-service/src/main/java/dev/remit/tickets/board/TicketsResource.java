package dev.remit.tickets.board;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.evidence.EvidencePage;
import dev.remit.kit.evidence.EvidencePaging;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.longreads.LongRead;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.intake.SourceReference;
import dev.remit.tickets.intake.TicketFilter;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets with what we make of them. */
@Path(ApiPaths.TICKETS)
@Produces(MediaType.APPLICATION_JSON)
@ConsistentRead
@RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
@Tag(name = "Tickets")
class TicketsResource {
    private final VisibleTickets visible;
    private final TicketViews views;
    private final EvidenceReader evidence;

    TicketsResource(VisibleTickets visible, TicketViews views, EvidenceReader evidence) {
        this.visible = visible;
        this.views = views;
        this.evidence = evidence;
    }

    /**
     * List tickets. In the order of their last change, so that a client can keep in step: it asks with the last updatedAt that
     * it has seen as updatedSince, and is given what changed in the minute before that, too, since a change is seen only when it
     * is committed. What it has already it finds unchanged. By DUE or PERCENT, the tickets with an open clock: whoever goes through
     * all pages is given each at least once, since those that changed meanwhile come at the end, again. A page looks at 1,000
     * tickets at the most, so that it may have fewer than its limit, or none, and yet a next one.
     */
    @GET
    @AccessUnrecorded("titles and verdicts, without the clauses and what was done")
    public Page<TicketView> listTickets(@Valid @BeanParam TicketFilter filter, @Valid @BeanParam Paging paging) {
        return views.page(filter, paging);
    }

    /**
     * Read a ticket with its rulings.
     *
     * @param id the ticket's id
     */
    @GET
    @Path("/{id}")
    @AccessRecorded
    public TicketView getTicket(UUID id) {
        return views.of(visible.require(id));
    }

    /** Read a ticket by its source's key. */
    @GET
    @Path("/by-ref/{connection}/{externalId}")
    @AccessRecorded
    public TicketView getTicketByReference(@Valid @BeanParam SourceReference reference) {
        return views.of(visible.require(reference));
    }

    /**
     * Read a ticket's chain of evidence. Each ruling and each clock's verdict with all that it was computed from, and the hashes
     * to check it by. A confidential ticket's title is in none of it; what was written before it became so is withheld, and its
     * seal stands for it. A client's approver is given what was written while the ticket was that client's. Read in pages:
     * whoever noted a position and its hash down asks for what follows it, and compares previous.
     *
     * @param id the ticket's id
     */
    @GET
    @Path("/{id}/evidence")
    @AccessRecorded
    @LongRead
    public EvidencePage getTicketEvidence(UUID id, @Valid @BeanParam EvidencePaging paging) {
        return evidence.read(visible.require(id), paging);
    }
}
