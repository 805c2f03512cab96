package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.AUDITOR;
import static dev.remit.kit.tenancy.Roles.CLIENT_APPROVER;
import static dev.remit.kit.tenancy.Roles.FINANCE;
import static dev.remit.kit.tenancy.Roles.INTEGRATOR;
import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.engines.sla.SlaAccount;
import dev.remit.kit.access.AccessRecorded;
import dev.remit.kit.sql.ConsistentRead;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.clocks.ClockAccounts.InWords;
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
    private final VisibleTickets visible;
    private final Histories histories;
    private final ClockAccounts accounts;
    private final SharedExcuses excuses;
    private final SharedContests contests;
    private final TenantClock clock;

    ClocksResource(
            VisibleTickets visible,
            Histories histories,
            ClockAccounts accounts,
            SharedExcuses excuses,
            SharedContests contests,
            TenantClock clock) {
        this.visible = visible;
        this.histories = histories;
        this.accounts = accounts;
        this.excuses = excuses;
        this.contests = contests;
        this.clock = clock;
    }

    /**
     * How a ticket's clocks stand, and why. Computed anew from the facts each time; nothing depends on when anything arrived.
     * Codes with parameters, and sentences made of them, say why each is due when it is, what began, paused, changed and stopped
     * it and by whose act, what an event did not do, and whose the time before a breach was. While the client contests a wait,
     * what differs is given twice: as it is, and as it would be if the wait did not count.
     *
     * @param id the ticket's id
     */
    @GET
    @ConsistentRead
    @RolesAllowed({OWNER, SERVICE_DESK, TECHNICIAN, FINANCE, CLIENT_APPROVER, PSA_SYNC, INTEGRATOR, AUDITOR})
    @AccessRecorded
    public ClocksView getTicketClocks(UUID id, @BeanParam ReadingTime time) {
        Instant moment = time.moment(clock.now());
        Instant known = time.known();
        Ticket ticket = visible.require(id);
        Optional<TicketHistory> history =
                time.leavesOutNews() ? histories.asKnown(ticket, known) : histories.of(ticket, known);
        Optional<InWords> told = history.flatMap(past -> accounts.of(ticket, past, moment, known));
        Optional<SlaAccount> ifUpheld = history.flatMap(TicketHistory::ifUpheld)
                .flatMap(would -> accounts.of(ticket, would, moment, known))
                .map(InWords::account);
        return ClocksView.of(
                ticket,
                moment,
                time.knownAt,
                told,
                ifUpheld,
                history.flatMap(TicketHistory::latest),
                excuses.standing(ticket, time.lastWord()),
                contests.known(ticket, known));
    }
}
