package dev.remit.tickets.changes;

import dev.remit.tickets.clocks.ClockChange;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.rulings.CandidateRuling;
import dev.remit.tickets.rulings.CandidateVolumes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Some of a client's tickets beside what a version would make of them.
 *
 * @param looked how many tickets were created on the dates
 * @param changes those of them that would be otherwise
 * @param rulings that would be given, as the feed has them; empty unless they are asked for
 * @param volumes to be sent with the request for the next page
 * @param next to be sent with it, too; null on the last page
 * @param told the position of the feed by which all is told that the page rests on
 */
record ChangesPage(
        int looked,
        List<TicketChange> changes,
        List<Map<String, Object>> rulings,
        List<CandidateVolumes.Taken> volumes,
        UUID next,
        long told) {

    ChangesPage toldThrough(long position) {
        return new ChangesPage(looked, changes, rulings, volumes, next, position);
    }

    /** A ticket that would be otherwise. */
    record TicketChange(
            UUID ticketId,
            String connection,
            String externalId,
            Instant createdAt,
            List<RulingChange> rulings,
            List<ClockChange> clocks) {

        static TicketChange of(Ticket ticket, List<RulingChange> rulings, List<ClockChange> clocks) {
            return new TicketChange(
                    ticket.id(), ticket.connectionName(), ticket.externalId(), ticket.createdAt(), rulings, clocks);
        }
    }

    /**
     * A work item that would be ruled otherwise.
     *
     * @param before null where nothing is ruled yet
     */
    record RulingChange(UUID workItemId, int number, CandidateRuling.Ruled before, CandidateRuling.Ruled after) {

        static RulingChange of(CandidateRuling.Item item) {
            return new RulingChange(item.workItemId(), item.number(), item.before(), item.after());
        }
    }
}
