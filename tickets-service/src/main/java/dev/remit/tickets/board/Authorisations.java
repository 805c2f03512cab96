package dev.remit.tickets.board;

import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.quotes.QuoteWait;
import dev.remit.tickets.quotes.QuoteWaits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the clients of tickets were asked to authorise, as far as billing-service has told of it. */
@ApplicationScoped
class Authorisations {
    private final QuoteWaits quotes;

    Authorisations(QuoteWaits quotes) {
        this.quotes = quotes;
    }

    /** By ticket, of quotes that were sent to the client whose ticket it is now. */
    Map<UUID, List<AuthorisationView>> of(List<Ticket> tickets) {
        Map<UUID, Ticket> byId = tickets.stream().collect(Collectors.toMap(Ticket::id, Function.identity()));
        Map<UUID, QuoteWait> last = new LinkedHashMap<>();
        Map<UUID, QuoteWait> approved = new HashMap<>();
        Map<UUID, QuoteWait> used = new HashMap<>();
        for (QuoteWait quote : quotes.sentOf(List.copyOf(byId.keySet()))) {
            boolean ofTheClient = byId.get(quote.ticketId())
                    .pin()
                    .filter(pin -> pin.clientId().equals(quote.clientId()))
                    .isPresent();
            if (ofTheClient) {
                last.put(quote.workItemId(), quote);
                quote.cap().ifPresent(cap -> approved.put(quote.workItemId(), quote));
                quote.used().ifPresent(soFar -> used.put(quote.workItemId(), quote));
            }
        }
        return last.values().stream()
                .collect(Collectors.groupingBy(
                        QuoteWait::ticketId,
                        Collectors.mapping(
                                quote -> AuthorisationView.of(
                                        quote, approved.get(quote.workItemId()), used.get(quote.workItemId())),
                                Collectors.toList())));
    }
}
