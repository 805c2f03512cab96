package dev.remit.tickets.intake;

import dev.remit.engines.scope.Verdict;
import dev.remit.tickets.connections.TicketStatus;
import io.quarkus.panache.common.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which tickets a list shows. */
public class TicketFilter {
    /** How long after its time a change may come to be seen: no transaction lives longer. */
    static final Duration LONGEST_CHANGE = Duration.ofMinutes(1);

    /** Of this client alone. */
    @QueryParam("clientCode")
    String clientCode;

    /** With this status. */
    @QueryParam("status")
    TicketStatus status;

    /** With a work item that is ruled so. */
    @QueryParam("verdict")
    Verdict verdict;

    /** Changed then or later, or in the minute before. */
    @QueryParam("updatedSince")
    Instant updatedSince;

    /** Of this connection alone; null for all. */
    private String connection;

    /** Holds the list to one connection. */
    public void bindToConnection(String name) {
        connection = name;
    }

    /**
     * Holds the list to one client.
     *
     * @return whether that is what was asked for
     */
    public boolean bindTo(String client) {
        boolean agrees = clientCode == null || clientCode.equals(client);
        clientCode = client;
        return agrees;
    }

    /**
     * Adds to a query whose ticket is called {@code t}. A change has the time at which it was begun, and whoever has read up to
     * that moment may not have seen it: hence the minute.
     *
     * @param few the tickets of the verdict, where they are few. Otherwise each is asked for its verdict in the order of the
     *     list, by a count that the database does not turn into a join: which of the two costs less is not left to its guess
     */
    void addTo(StringBuilder where, Parameters parameters, Optional<Set<UUID>> few) {
        if (connection != null) {
            where.append(" and t.connectionName = :connection");
            parameters.and("connection", connection);
        }
        if (clientCode != null) {
            where.append(" and t.clientCode = :clientCode");
            parameters.and("clientCode", clientCode);
        }
        if (status != null) {
            where.append(" and t.status = :status");
            parameters.and("status", status);
        }
        if (verdict != null) {
            few.ifPresentOrElse(
                    tickets -> {
                        where.append(" and t.id in :few");
                        parameters.and("few", tickets);
                    },
                    () -> {
                        where.append(
                                " and (select count(*) from WorkItem w where w.ticketId = t.id and w.verdict = :verdict) > 0");
                        parameters.and("verdict", verdict);
                    });
        }
        if (updatedSince != null) {
            where.append(" and t.updatedAt >= :updatedSince");
            parameters.and("updatedSince", updatedSince.minus(LONGEST_CHANGE));
        }
    }
}
