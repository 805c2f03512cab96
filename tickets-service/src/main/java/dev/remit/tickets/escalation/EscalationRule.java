package dev.remit.tickets.escalation;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockMark;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That somebody is told when a clock comes to a mark.
 *
 * @param priorities of which tickets; empty for all, as are the next two
 * @param percent of the target; null where the next says when
 * @param minutesFromDue of working time after the due moment, below 0 before it; null where {@code percent} says when
 * @param to who is told by mail, besides the people
 * @param people who are told by mail, by login or address
 * @param since what was reached before is not told of
 */
public record EscalationRule(
        UUID id,
        String name,
        ClockKind clock,
        List<String> priorities,
        List<String> ticketClasses,
        List<String> clientCodes,
        Integer percent,
        Integer minutesFromDue,
        List<Addressee> to,
        List<String> people,
        Instant since) {
    private static final int SECONDS_OF_A_MINUTE = 60;

    /** Whether it is about a ticket as it is now. */
    public boolean isAbout(Ticket ticket) {
        String client = ticket.pin().map(PinnedTerms::clientCode).orElse(null);
        return isAmong(priorities, ticket.priority())
                && isAmong(ticketClasses, ticket.ticketClass())
                && isAmong(clientCodes, client);
    }

    private static boolean isAmong(List<String> wanted, String value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    /** When it fires. */
    public ClockMark mark() {
        Long seconds = minutesFromDue == null ? null : (long) minutesFromDue * SECONDS_OF_A_MINUTE;
        return new ClockMark(id.toString(), clock, percent, seconds);
    }

    /** Whether another one, with an id and a moment of its own, says the same. */
    boolean saysTheSameAs(EscalationRule other) {
        return equals(new EscalationRule(
                id,
                other.name,
                other.clock,
                other.priorities,
                other.ticketClasses,
                other.clientCodes,
                other.percent,
                other.minutesFromDue,
                other.to,
                other.people,
                since));
    }
}
