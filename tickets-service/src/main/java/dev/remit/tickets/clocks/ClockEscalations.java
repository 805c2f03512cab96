package dev.remit.tickets.clocks;

import dev.remit.engines.sla.MarkReading;
import dev.remit.engines.sla.ReachedMark;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.tickets.escalation.Addressee;
import dev.remit.tickets.escalation.EscalationRule;
import dev.remit.tickets.escalation.EscalationRules;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Has people told when clocks come to the marks of escalation rules: once for each rule and run of a clock, which the journal
 * keeps, whoever notices it and whatever comes late.
 */
@ApplicationScoped
class ClockEscalations {
    private final EscalationRules rules;
    private final ClockNotices notices;
    private final Outbox outbox;
    private final Ids ids;

    ClockEscalations(EscalationRules rules, ClockNotices notices, Outbox outbox, Ids ids) {
        this.rules = rules;
        this.notices = notices;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * Brings the journal up to what the rules say by now; the ticket is locked.
     *
     * @param lines what was written of it before
     * @return when a clock comes to the next mark, if nothing is heard and no wait ends until then
     */
    Optional<Instant> notice(Ticket ticket, List<ClockNotice> lines, TicketHistory history, Instant now) {
        List<EscalationRule> about =
                rules.present().stream().filter(rule -> rule.isAbout(ticket)).toList();
        if (about.isEmpty() || history.pinned().isEmpty()) {
            return Optional.empty();
        }
        MarkReading read = SlaClocks.marks(
                history.pinned().get(),
                history.delivery(),
                history.events(),
                now,
                now,
                about.stream().map(EscalationRule::mark).toList());
        UUID client = ticket.pin().map(PinnedTerms::clientId).orElseThrow();
        for (ReachedMark reached : read.reached()) {
            EscalationRule rule = about.stream()
                    .filter(one -> one.id().toString().equals(reached.mark()))
                    .findFirst()
                    .orElseThrow();
            boolean isNew = lines.stream().noneMatch(line -> line.escalates(client, reached));
            if (isNew && !reached.at().isBefore(rule.since())) {
                notices.persist(ClockNotice.escalation(ids.next(), ticket.id(), client, reached, rule.name(), now));
                tell(ticket, client, history, rule, reached, now);
            }
        }
        return Optional.ofNullable(read.next());
    }

    private void tell(
            Ticket ticket, UUID client, TicketHistory history, EscalationRule rule, ReachedMark reached, Instant now) {
        outbox.append(
                "ClockEscalated",
                ticket.id(),
                new ClockEvents.ClockEscalated(
                        ticket.id(),
                        client,
                        ticket.priority(),
                        reached.clock(),
                        reached.cycle(),
                        rule.id(),
                        rule.name(),
                        rule.percent(),
                        rule.minutesFromDue(),
                        reached.at(),
                        ClockJournal.coveredAt(history, reached.clock(), now),
                        rule.to(),
                        rule.people(),
                        rule.to().contains(Addressee.ASSIGNEE) ? ticket.assignee() : null));
    }
}
