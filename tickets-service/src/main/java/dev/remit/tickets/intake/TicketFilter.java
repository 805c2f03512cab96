package dev.remit.tickets.intake;

import dev.remit.engines.scope.Verdict;
import dev.remit.tickets.connections.TicketStatus;
import io.quarkus.panache.common.Parameters;
import java.time.Duration;
import java.time.Instant;

/**
 * Which tickets a list shows; null passes everything.
 *
 * @param verdict the current one of any of its work items
 * @param updatedSince changed at that moment or later, or in the minute before: a change has the time at which it was begun,
 *     and whoever has read up to that moment may not have seen it
 */
public record TicketFilter(String clientCode, TicketStatus status, Verdict verdict, Instant updatedSince) {

    /** How long after its time a change may come to be seen: no transaction lives longer. */
    static final Duration LONGEST_CHANGE = Duration.ofMinutes(1);

    /** The same for one client alone. */
    public TicketFilter ofClient(String code) {
        return new TicketFilter(code, status, verdict, updatedSince);
    }

    void addTo(StringBuilder where, Parameters parameters) {
        if (clientCode != null) {
            where.append(" and clientCode = :clientCode");
            parameters.and("clientCode", clientCode);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.and("status", status);
        }
        if (verdict != null) {
            where.append(" and id in (select w.ticketId from WorkItem w where w.verdict = :verdict)");
            parameters.and("verdict", verdict);
        }
        if (updatedSince != null) {
            where.append(" and updatedAt >= :updatedSince");
            parameters.and("updatedSince", updatedSince.minus(LONGEST_CHANGE));
        }
    }
}
