package dev.remit.tickets.clocks;

import static dev.remit.tickets.Roles.AUDITOR;
import static dev.remit.tickets.Roles.CLIENT_APPROVER;
import static dev.remit.tickets.Roles.FINANCE;
import static dev.remit.tickets.Roles.INTEGRATOR;
import static dev.remit.tickets.Roles.OWNER;
import static dev.remit.tickets.Roles.PSA_SYNC;
import static dev.remit.tickets.Roles.SERVICE_DESK;
import static dev.remit.tickets.Roles.TECHNICIAN;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.ApiText;
import dev.remit.tickets.QueryValues;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The clocks of a ticket. */
@Path(ApiText.TICKETS + "/{id}/clocks")
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

    @GET
    @Transactional
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    @Operation(
            operationId = "getClocks",
            summary = "How a ticket's clocks stand",
            description = "Computed anew from the facts each time; nothing depends on when anything arrived.")
    public ClocksView read(
            @Parameter(description = ApiText.TICKET) @PathParam("id") UUID id,
            @QueryParam("asOf")
                    @Parameter(
                            description =
                                    "The moment to read; now if absent. It may lie as far off as a million calendar"
                                            + " steps reach: a date or a window on the way is one for each calendar.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String asOf,
            @QueryParam("knownAt")
                    @Parameter(
                            description = "Leaves out what we learnt later than this",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String knownAt) {
        Instant moment = asOf == null ? clock.now() : QueryValues.instant("asOf", asOf);
        Instant known = knownAt == null ? EVER : QueryValues.instant("knownAt", knownAt);
        Ticket ticket = visible.require(id);
        Optional<TicketHistory> history = histories.of(ticket, known);
        Optional<SlaReading> reading = history.flatMap(past -> read(past, moment, known));
        Optional<SlaTerms> terms = history.flatMap(TicketHistory::latest);
        return ClocksView.of(id, moment, knownAt == null ? null : known, reading, terms);
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
