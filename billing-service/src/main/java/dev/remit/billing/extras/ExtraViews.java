package dev.remit.billing.extras;

import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Shows extras as their callers may see them. */
@ApplicationScoped
class ExtraViews {
    private final Extras extras;
    private final Clients clients;
    private final Caller caller;

    ExtraViews(Extras extras, Clients clients, Caller caller) {
        this.extras = extras;
        this.clients = clients;
        this.caller = caller;
    }

    /** A client's approver is shown their client's. */
    Page<ExtraView> page(ExtraFilter filter, Paging paging) {
        String code = caller.client().orElse(filter.clientCode);
        Optional<UUID> client =
                Optional.ofNullable(code).flatMap(clients::byCode).map(ClientFacts::clientId);
        boolean contradicts = caller.isBarredFrom(Optional.ofNullable(filter.clientCode));
        boolean nobody = code != null && (client.isEmpty() || contradicts);
        List<Extra> rows = nobody ? List.of() : extras.inOrder(filter, client, paging.after(4), paging.limit() + 1);
        var names = clients.names(rows.stream().map(line -> line.clientId()).toList());
        return Page.of(
                rows,
                paging.limit(),
                line -> ExtraView.of(line, names.get(line.clientId())),
                line -> Cursor.after(
                        line.basis().workStartedAt(),
                        line.timeEntryId(),
                        line.figures().lineNumber(),
                        line.id()));
    }

    ExtraView one(UUID id) {
        Extra line = extras.findByIdOptional(id).orElseThrow(Problem::notFound);
        var name = clients.names(Set.of(line.clientId())).get(line.clientId());
        caller.requireClient(name == null ? "" : name.code());
        return ExtraView.of(line, name);
    }

    /** The ticket that an extra is for. */
    UUID ticketOf(UUID id) {
        return extras.findByIdOptional(id)
                .orElseThrow(Problem::notFound)
                .basis()
                .ticketId();
    }
}
