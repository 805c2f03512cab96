package dev.remit.tickets.clocks;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.explanation.StatementCode;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.kit.problem.Problem;
import dev.remit.tickets.history.TicketEvent;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads tickets' clocks with how each reading came about, in the words that the present caller may read. */
@ApplicationScoped
public class ClockAccounts {
    /** Some 50 ms on one core; centuries, unless a day has dozens of windows. */
    private static final long MOST_STEPS = 1_000_000;

    private final SharedWords shared;

    ClockAccounts(SharedWords shared) {
        this.shared = shared;
    }

    /** A reading in words. */
    record InWords(SlaAccount account, ReadableExplanation words) {}

    /**
     * Empty for a ticket under no terms.
     *
     * @throws Problem invalid, when the moment is further off than it is worth to walk
     */
    Optional<InWords> of(Ticket ticket, TicketHistory history, Instant asOf, Instant knownAt) {
        return history.pinned().map(terms -> {
            SlaAccount account = account(terms, history, asOf, knownAt);
            return new InWords(account, shared.explain(account, ticket, history, zone(ticket)));
        });
    }

    private static SlaAccount account(SlaTerms terms, TicketHistory history, Instant asOf, Instant knownAt) {
        try {
            StepBudget budget = new StepBudget(MOST_STEPS, () -> false);
            return SlaClocks.account(terms, history.delivery(), withNotes(history), asOf, knownAt, budget);
        } catch (TooMuchWork refused) {
            InvalidInput fault = refused.at("asOf");
            throw Problem.invalid(fault.path(), fault.problem(), "invalid-value");
        }
    }

    /** What events did to a ticket's clocks, and what they did not. */
    public List<ClockStatement> ofEvents(Ticket ticket, TicketHistory history, Instant asOf, Instant knownAt) {
        return of(ticket, history, asOf, knownAt)
                .map(told -> told.words().ofEvents())
                .orElse(List.of());
    }

    /** Why a run of a ticket's clock was late; empty where it was not. */
    public Optional<String> whyLate(Ticket ticket, TicketHistory history, Instant now, ClockKind clock, String cycle) {
        return of(ticket, history, now, now).flatMap(told -> told.words().of(clock).stream()
                .filter(said -> said.code() == StatementCode.LATE && cycle.equals(said.cycle()))
                .map(ClockStatement::text)
                .findFirst());
    }

    static ZoneId zone(Ticket ticket) {
        return ticket.pin().map(PinnedTerms::zone).orElse(ZoneOffset.UTC);
    }

    /** What is noted inside the MSP does nothing to clocks, which is to be said of it. */
    private static List<SlaEvent> withNotes(TicketHistory history) {
        List<SlaEvent> events = new ArrayList<>(history.events());
        history.ticketEvents().stream()
                .filter(told -> told.kind() == TicketEvent.Kind.INTERNAL_NOTE)
                .map(note ->
                        new SlaEvent(note.key(), note.at(), note.knownAt(), new Fact.Happened(EventKind.INTERNAL_NOTE)))
                .forEach(events::add);
        return events;
    }
}
