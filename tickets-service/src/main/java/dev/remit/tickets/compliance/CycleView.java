package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.ClockResult;
import dev.remit.engines.compliance.CountedClock;
import dev.remit.engines.compliance.LeftOut;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.ApiPaths;
import dev.remit.tickets.clocks.BreachExcuse;
import dev.remit.tickets.clocks.ContestedCycle;
import dev.remit.tickets.clocks.CountedCycle;
import dev.remit.tickets.clocks.ExcuseReason;
import dev.remit.tickets.intake.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A run of a ticket's clock that is behind the figures.
 *
 * @param priority the ticket's at the moment at which it counts
 * @param cycle its key, as the ticket's clocks tell it; absent for a clock that never was under way
 * @param startedAt absent for such a clock
 * @param due absent where it has no due moment
 * @param endedAt absent where a late one goes on
 * @param countedOn the local date on which it counts, in the agreement's zone
 * @param leftOut why it has no part; absent where it has
 * @param resultIfUpheld how it would come out, be it on another date, if all that the client contests were upheld; absent where it
 *     would count as it does, and where it would not count
 * @param excuse for which reason it is excused; absent where it is not
 */
@Schema(name = "CountedClock")
record CycleView(
        CycleTicket ticket,
        String clientCode,
        String priority,
        ClockKind clock,
        @MayBeAbsent String cycle,
        @MayBeAbsent Instant startedAt,
        @MayBeAbsent Instant due,
        @MayBeAbsent Instant endedAt,
        LocalDate countedOn,
        ClockResult result,
        @MayBeAbsent LeftOut leftOut,
        @MayBeAbsent ExcuseReason excuse,
        @MayBeAbsent ClockResult resultIfUpheld) {

    /**
     * The ticket it is of.
     *
     * @param externalId how its source calls it
     * @param clocks where its clocks are read
     */
    @Schema(name = "CountedClockTicket")
    record CycleTicket(UUID id, String connection, String externalId, String clocks) {
        static CycleTicket of(Ticket ticket) {
            return new CycleTicket(
                    ticket.id(),
                    ticket.connectionName(),
                    ticket.externalId(),
                    ApiPaths.TICKETS + "/" + ticket.id() + "/clocks");
        }
    }

    /**
     * @param excuse null where there is none
     * @param ifUpheld null where it is not contested
     */
    static CycleView of(
            CountedCycle counted, Ticket ticket, String clientCode, BreachExcuse excuse, ContestedCycle ifUpheld) {
        return new CycleView(
                CycleTicket.of(ticket),
                clientCode,
                counted.priority(),
                counted.clock(),
                counted.cycle().equals(CountedClock.NEVER_RAN) ? null : counted.cycle(),
                counted.startedAt(),
                counted.dueAt(),
                counted.endedAt(),
                counted.countedOn(),
                counted.result(),
                counted.leftOut(),
                excuse == null || counted.result() != ClockResult.BREACHED ? null : excuse.reason(),
                ifUpheld == null ? null : ifUpheld.result());
    }
}
