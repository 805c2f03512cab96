package dev.remit.tickets.clocks;

import dev.remit.engines.StepBudget;
import dev.remit.engines.sla.SlaReading;
import dev.remit.tickets.agreements.AgreementBook;
import dev.remit.tickets.history.Histories;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads clocks as they would stand under other terms, beside how they stand. Changes nothing. */
@ApplicationScoped
public class CandidateClocks {
    private final Histories histories;

    CandidateClocks(Histories histories) {
        this.histories = histories;
    }

    /**
     * The clocks of a ticket that would stand otherwise now.
     *
     * @param under the terms that it would run under
     * @param ruledUnder the agreement whose service levels would apply; null for the master
     * @param book the agreements that there would be
     */
    public List<ClockChange> changes(
            Ticket ticket, PinnedTerms under, UUID ruledUnder, AgreementBook book, Instant now) {
        return ClockChange.between(
                read(histories.of(ticket, now), now),
                read(histories.of(ticket, Optional.of(under), ruledUnder, book, now), now));
    }

    private static Optional<SlaReading> read(Optional<TicketHistory> history, Instant now) {
        return history.flatMap(known -> Clocks.read(known, now, now, StepBudget.UNBOUNDED));
    }
}
