package dev.remit.tickets.clocks;

import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clients.Clients;
import dev.remit.tickets.contests.Contest;
import dev.remit.tickets.contests.Contests;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.intake.VisibleTickets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What clients contest as far as the present caller may read it. */
@ApplicationScoped
public class SharedContests {
    private final Contests contests;
    private final Clients clients;
    private final Tickets tickets;
    private final VisibleTickets visible;
    private final SharedExcuses words;
    private final Caller caller;

    SharedContests(
            Contests contests,
            Clients clients,
            Tickets tickets,
            VisibleTickets visible,
            SharedExcuses words,
            Caller caller) {
        this.contests = contests;
        this.clients = clients;
        this.tickets = tickets;
        this.visible = visible;
        this.words = words;
        this.caller = caller;
    }

    /** A ticket's as they stood by what was known at a moment. */
    List<ContestView> known(Ticket ticket, Instant knownBy) {
        return all(ticket).stream()
                .flatMap(
                        contest -> contest
                                .stateAt(knownBy)
                                .map(state -> ContestView.of(contest, state, words.maySeeWords(ticket)))
                                .stream())
                .toList();
    }

    /** All of a ticket, in the order in which they came. */
    public List<Contest> all(Ticket ticket) {
        return contests.ofTicket(ticket).stream()
                .filter(contest -> visible.maySee(ticket, contest.clientId()))
                .toList();
    }

    /** Some of them, the oldest first; for a client's approver those of that client alone. */
    Page<ContestView> page(ContestFilter filter, Paging paging) {
        Optional<String> bound = caller.client();
        if (bound.isPresent() && !filter.bindTo(bound.get())) {
            return nothing(paging);
        }
        Optional<UUID> client = filter.clientCode()
                .flatMap(code -> clients.known(Clients.Name.ofCode(code)))
                .map(Client::id);
        if (filter.clientCode().isPresent() && client.isEmpty()) {
            return nothing(paging);
        }
        return page(
                contests.page(client, filter.state(), paging.after(1).map(after -> after.uuid(0)), paging.limit()),
                paging);
    }

    private Page<ContestView> nothing(Paging paging) {
        return page(List.of(), paging);
    }

    private Page<ContestView> page(List<Contest> rows, Paging paging) {
        List<UUID> ids = rows.stream().map(Contest::ticketId).distinct().toList();
        Map<UUID, Ticket> of = ids.isEmpty()
                ? Map.of()
                : tickets.list("id in ?1", ids).stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        return Page.of(
                rows,
                paging.limit(),
                contest -> ContestView.of(contest, contest.state(), words.maySeeWords(of.get(contest.ticketId()))),
                contest -> Cursor.after(contest.id()));
    }
}
