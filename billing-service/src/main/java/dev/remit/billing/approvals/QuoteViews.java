package dev.remit.billing.approvals;

import dev.remit.billing.clients.Clients;
import dev.remit.kit.http.Answers;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.tenancy.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows quotes as their callers may see them. */
@ApplicationScoped
class QuoteViews {
    private static final String PATH = "/api/billing/v1/quotes/";

    private final Quotes quotes;
    private final ShownEntries shown;
    private final Clients clients;
    private final Caller caller;

    QuoteViews(Quotes quotes, ShownEntries shown, Clients clients, Caller caller) {
        this.quotes = quotes;
        this.shown = shown;
        this.clients = clients;
        this.caller = caller;
    }

    /** A client's approver is shown what was sent to their client. */
    Page<QuoteView> page(QuoteFilter filter, Paging paging) {
        Optional<String> bound = caller.client();
        String code = bound.orElse(filter.clientCode);
        boolean contradicts = caller.isBarredFrom(Optional.ofNullable(filter.clientCode));
        Optional<UUID> client = contradicts || code == null
                ? Optional.empty()
                : clients.byCode(code).map(known -> known.clientId());
        if (code != null && client.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        List<Quote> rows = quotes.page(filter, client, bound.isPresent(), paging.after(1), paging.limit());
        var names = clients.names(rows.stream().map(quote -> quote.clientId()).toList());
        return Page.of(
                rows,
                paging.limit(),
                quote -> QuoteView.of(quote, names.get(quote.clientId())),
                quote -> Cursor.after(quote.id()));
    }

    RestResponse<QuoteView> ok(Quote quote) {
        quotes.flush();
        return Answers.ok(view(quote), quote.version());
    }

    RestResponse<QuoteView> created(Quote quote) {
        quotes.flush();
        return Answers.created(PATH + quote.id(), view(quote), quote.version());
    }

    private QuoteView view(Quote quote) {
        return QuoteView.of(quote, clients.names(Set.of(quote.clientId())).get(quote.clientId()), shown.of(quote));
    }
}
