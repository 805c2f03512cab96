package dev.remit.tickets.clocks;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;

import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The excuses of a ticket's breaches as far as the present caller may read them. */
@ApplicationScoped
public class SharedExcuses {
    private final BreachExcuses excuses;
    private final VisibleTickets visible;
    private final Caller caller;

    SharedExcuses(BreachExcuses excuses, VisibleTickets visible, Caller caller) {
        this.excuses = excuses;
        this.visible = visible;
        this.caller = caller;
    }

    /** Those that had been given and not withdrawn. */
    List<ExcuseView> standing(Ticket ticket, Instant at) {
        return all(ticket).stream()
                .filter(excuse -> excuse.stands(at))
                .map(excuse -> ExcuseView.of(excuse, maySeeWords(ticket)))
                .toList();
    }

    /** Withdrawn ones too. */
    public List<BreachExcuse> all(Ticket ticket) {
        return excuses.ofTicket(ticket.id()).stream()
                .filter(excuse -> visible.maySee(ticket, excuse.clientId()))
                .toList();
    }

    /** Whether what was written of an excuse is shown, as the words of a confidential ticket are. */
    public boolean maySeeWords(Ticket ticket) {
        return !ticket.isConfidential() || caller.has(OWNER) || caller.has(SERVICE_DESK);
    }
}
