package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clocks of a ticket. */
@Path(ApiPaths.TICKETS + "/{id}/clocks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Clocks", description = "How fast must we act, and whose time was it?")
class ClocksResource {
    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Some 50 ms on one core; centuries, unless a day has dozens of windows. */
    private static final long MOST_STEPS = 1_000_000;

    private final VisibleTickets visible;
    private final Histories histories;
    private final TenantClock clock;

    ClocksResource(VisibleTickets visible, Histories histories, TenantClock clock) {
        this.visible = visible;
        this.histories = histories;
        this.clock = clock;
    }

    /**
     * How a ticket's clocks stand. Computed anew from the facts each time; nothing depends on when anything arrived.
     *
     * @param id the ticket's id
     */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    public ClocksView getTicketClocks(UUID id, @BeanParam ReadingTime time) {
        Instant moment = time.asOf == null ? clock.now() : time.asOf;
        Instant known = time.knownAt == null ? EVER : time.knownAt;
        Ticket ticket = visible.require(id);
        Optional<TicketHistory> history = histories.of(ticket, known);
        Optional<SlaReading> reading = history.flatMap(past -> read(past, moment, known));
        Optional<SlaTerms> terms = history.flatMap(TicketHistory::latest);
        return ClocksView.of(id, moment, time.knownAt, reading, terms);
    }

    private static Optional<SlaReading> read(TicketHistory history, Instant moment, Instant known) {
        try {
            return Clocks.read(history, moment, known, new StepBudget(MOST_STEPS, () -> false));
        } catch (TooMuchWork refused) {
            InvalidInput fault = refused.at("asOf");
            throw Problem.invalid(fault.path(), fault.problem(), "invalid-value");
        }
    }
}
