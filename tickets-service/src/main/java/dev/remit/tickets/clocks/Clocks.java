package dev.remit.tickets.clocks;

import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Receipt.Refusal;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Snapshots;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.standings.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads tickets' clocks and keeps their journal. */
@ApplicationScoped
public class Clocks {
    private final ClockJournal journal;
    private final CycleCount count;
    private final LifeCount lives;
    private final ClockEscalations escalations;
    private final Snapshots snapshots;
    private final Reviews reviews;

    /**
     * How a ticket's clocks stand.
     *
     * @param open those that have not ended, late or not
     * @param nextLook when to look again if nothing is heard until then; null where time alone changes nothing
     * @param standing how the open ones stand; null without terms
     */
    public record Summary(int open, Instant nextLook, Standing standing) {
        static final Summary WITHOUT_TERMS = new Summary(0, null, null);
    }

    Clocks(
            ClockJournal journal,
            CycleCount count,
            LifeCount lives,
            ClockEscalations escalations,
            Snapshots snapshots,
            Reviews reviews) {
        this.escalations = escalations;
        this.journal = journal;
        this.count = count;
        this.lives = lives;
        this.snapshots = snapshots;
        this.reviews = reviews;
    }

    /**
     * Writes down whatever has happened to a ticket's clocks by now; the ticket is locked.
     *
     * @param history as far as it is known now
     * @return how many are open, and when to look again
     */
    public Summary notice(Ticket ticket, Optional<TicketHistory> history, Instant now) {
        List<ClockNotice> lines = journal.lines(ticket);
        journal.takeBack(ticket, lines, now);
        Optional<SlaAccount> account = history.flatMap(known -> account(known, now));
        Optional<SlaReading> reading = account.map(SlaAccount::reading);
        reading.ifPresent(read -> journal.write(ticket, lines, history.orElseThrow(), read));
        count.bring(ticket, history, reading);
        lives.bring(ticket, history, account);
        Optional<SlaReading> ifUpheld =
                history.flatMap(TicketHistory::ifUpheld).flatMap(would -> read(would, now, now, StepBudget.UNBOUNDED));
        count.bringContested(ticket, history, reading, ifUpheld);
        history.filter(past -> !past.promised()).ifPresent(past -> reviewPriority(ticket));
        Optional<Instant> escalation = history.flatMap(past -> escalations.notice(ticket, lines, past, now));
        return reading.map(read -> summary(read, ifUpheld, escalation, history.orElseThrow(), now))
                .orElse(Summary.WITHOUT_TERMS);
    }

    private static Summary summary(
            SlaReading reading,
            Optional<SlaReading> ifUpheld,
            Optional<Instant> escalation,
            TicketHistory history,
            Instant now) {
        Standing standing = Standing.of(reading, history.latest().orElseThrow());
        List<Instant> others = Stream.of(ifUpheld.map(SlaReading::nextChange), escalation)
                .flatMap(Optional::stream)
                .toList();
        return new Summary(open(reading), nextLook(reading, others, history, standing, now), standing);
    }

    private static int open(SlaReading reading) {
        return Math.toIntExact(reading.clocks().stream()
                .map(ClockReading::current)
                .filter(cycle -> cycle != null && cycle.state() != ClockState.NO_TARGET && cycle.endedAt() == null)
                .count());
    }

    private static Instant nextLook(
            SlaReading reading, List<Instant> others, TicketHistory history, Standing standing, Instant now) {
        return Stream.concat(
                        Stream.concat(
                                others.stream(),
                                Stream.of(Optional.ofNullable(reading.nextChange()), standing.nextLevelAt())
                                        .flatMap(Optional::stream)),
                        history.events().stream().map(SlaEvent::at).filter(at -> at.isAfter(now)))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** Under an agreement, a priority for which it promises nothing is most likely a name that nobody has translated. */
    private void reviewPriority(Ticket ticket) {
        if (ticket.pin().filter(PinnedTerms::hasTerms).isPresent()) {
            Origin origin = new Origin(
                    ticket.connectionId(),
                    ticket.externalId(),
                    snapshots.latest(ticket.id()).payloadId());
            reviews.raise(
                    origin,
                    Refusal.ofName(
                            "priority",
                            ticket.priority(),
                            "The agreement promises nothing for the priority \"" + ticket.priority() + "\"."));
        }
    }

    private static Optional<SlaAccount> account(TicketHistory history, Instant now) {
        return history.pinned()
                .map(terms ->
                        SlaClocks.account(terms, history.delivery(), history.events(), now, now, StepBudget.UNBOUNDED));
    }

    /**
     * Empty for a ticket under no terms.
     *
     * @throws TooMuchWork when the moment is so far off that the budget does not reach it
     */
    static Optional<SlaReading> read(TicketHistory history, Instant asOf, Instant knownAt, StepBudget budget) {
        return history.pinned()
                .map(terms -> SlaClocks.read(terms, history.delivery(), history.events(), asOf, knownAt, budget));
    }
}
