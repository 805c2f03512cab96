package dev.remit.tickets.intake;

import dev.remit.engines.scope.Verdict;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockState;
import dev.remit.psa.TicketFacts.Requester;
import dev.remit.tickets.connections.TicketStatus;
import io.quarkus.panache.common.Parameters;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which tickets a list shows. */
public class TicketFilter {
    /** How long after its time a change may come to be seen: no transaction lives longer. */
    static final Duration LONGEST_CHANGE = Duration.ofMinutes(1);

    private static final int MOST_MINUTES = 100_000;

    /** No cover is closed for longer than so many days at a stretch, or its clocks come to be listed when it opens. */
    private static final Duration LONGEST_CLOSED = Duration.ofDays(31);

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

    /** In this state of being ruled. */
    @QueryParam("state")
    TicketState state;

    /** That wait to learn this. */
    @QueryParam("awaiting")
    Awaiting awaiting;

    /** Of this priority, in our words. */
    @QueryParam("priority")
    String priority;

    /** Of this class, in our words. */
    @QueryParam("ticketClass")
    String ticketClass;

    /** Of this site alone. */
    @QueryParam("siteCode")
    String siteCode;

    /** That this member of staff has, by the source's key. */
    @QueryParam("assignee")
    String assignee;

    /** On this board or queue of their source. */
    @QueryParam("queue")
    String queue;

    /**
     * Whose title, requester or source's key has this in it, in whatever case. Title and requester of a confidential ticket are looked
     * at for the service desk alone.
     */
    @QueryParam("text")
    @Size(min = 2, max = 100)
    String text;

    /** Whose clock that is due next is this one. */
    @QueryParam("clock")
    ClockKind clock;

    /** Whose clock that is due next stands so. */
    @QueryParam("clockState")
    ClockState clockState;

    /** Due before then by any clock, late or not. */
    @QueryParam("dueBefore")
    Instant dueBefore;

    /** With a running clock that has no more than so many minutes left within its hours of cover, late or not. */
    @QueryParam("dueWithinMinutes")
    @Min(0)
    @Max(MOST_MINUTES)
    Integer dueWithinMinutes;

    /** What the list is sorted by; UPDATED by default. */
    @QueryParam("order")
    @DefaultValue("UPDATED")
    TicketOrder order;

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
     * Adds to a query whose ticket is called {@code t} that for which an index has the list's order; the rest is looked at ticket by
     * ticket. A change has the time at which it was begun, and whoever has read up to that moment may not have seen it: hence
     * the minute.
     *
     * @param few the tickets of the verdict, where they are few
     */
    void addTo(StringBuilder where, Parameters parameters, Optional<Set<UUID>> few, TicketOrder by, Instant now) {
        if (clientCode != null) {
            where.append(" and t.clientCode = :clientCode");
            parameters.and("clientCode", clientCode);
        }
        few.ifPresent(tickets -> {
            where.append(" and t.id in :few");
            parameters.and("few", tickets);
        });
        switch (by) {
            case UPDATED -> {
                if (status != null) {
                    where.append(" and t.status = :status");
                    parameters.and("status", status);
                }
                if (updatedSince != null) {
                    where.append(" and t.updatedAt >= :updatedSince");
                    parameters.and("updatedSince", updatedSince.minus(LONGEST_CHANGE));
                }
            }
            case DUE -> {
                if (assignee != null) {
                    where.append(" and t.assignee = :assignee");
                    parameters.and("assignee", assignee);
                }
                addDue(where, parameters, now);
            }
            case PERCENT -> where.append(" and t.usedRank is not null");
        }
    }

    private void addDue(StringBuilder where, Parameters parameters, Instant now) {
        Instant end = dueBefore == null ? Instant.MAX : dueBefore;
        if (dueWithinMinutes != null) {
            Instant latest = now.plus(Duration.ofMinutes(dueWithinMinutes)).plus(LONGEST_CLOSED);
            end = latest.isBefore(end) ? latest : end;
        }
        if (end.equals(Instant.MAX)) {
            where.append(" and t.dueAt is not null");
        } else {
            where.append(" and t.dueAt < :dueBefore");
            parameters.and("dueBefore", end);
        }
    }

    /**
     * Whether a ticket is one of those, by what no index has in the list's order.
     *
     * @param mayReadText whether the caller may read a confidential ticket's words
     * @param coverLeft the seconds of cover left to the ticket's running clock that has the least
     */
    public boolean shows(Ticket ticket, boolean mayReadText, Function<Ticket, Optional<Long>> coverLeft) {
        return (!order.isOfOpenClocks() || ticket.dueAt() != null)
                && is(connection, ticket.connectionName())
                && (updatedSince == null || !ticket.updatedAt().isBefore(updatedSince.minus(LONGEST_CHANGE)))
                && is(status, ticket.status())
                && is(state, ticket.state())
                && is(awaiting, ticket.awaiting().orElse(null))
                && is(priority, ticket.priority())
                && is(ticketClass, ticket.ticketClass())
                && is(siteCode, ticket.pin().map(PinnedTerms::siteCode).orElse(null))
                && is(assignee, ticket.assignee())
                && is(queue, ticket.queue())
                && is(clock, ticket.dueClock())
                && is(clockState, ticket.dueState())
                && (dueBefore == null
                        || (ticket.dueAt() != null && ticket.dueAt().isBefore(dueBefore)))
                && (text == null || hasText(ticket, mayReadText || !ticket.isConfidential()))
                && (dueWithinMinutes == null
                        || coverLeft
                                .apply(ticket)
                                .filter(left -> left
                                        <= Duration.ofMinutes(dueWithinMinutes).toSeconds())
                                .isPresent());
    }

    private static boolean is(Object wanted, Object has) {
        return wanted == null || wanted.equals(has);
    }

    private boolean hasText(Ticket ticket, boolean mayReadText) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Requester requester = ticket.particulars().requester();
        Stream<String> words = !mayReadText
                ? Stream.of(ticket.externalId())
                : requester == null
                        ? Stream.of(ticket.externalId(), ticket.title())
                        : Stream.of(ticket.externalId(), ticket.title(), requester.name(), requester.email());
        return words.filter(Objects::nonNull)
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** What the list is sorted by. */
    public TicketOrder order() {
        return order;
    }
}
