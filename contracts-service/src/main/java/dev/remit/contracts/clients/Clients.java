package dev.remit.contracts.clients;

import dev.remit.contracts.Versioned;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.people.Logins;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Roles;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Keeps the tenant's clients and tells the feed of every change. */
@ApplicationScoped
public class Clients {
    private final ClientRepository clients;
    private final ApproverChanges changes;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;
    private final Outbox outbox;

    Clients(
            ClientRepository clients,
            ApproverChanges changes,
            Caller caller,
            TenantClock clock,
            Ids ids,
            Outbox outbox) {
        this.clients = clients;
        this.changes = changes;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
    }

    /**
     * The client of this code, if the caller may see it.
     *
     * @throws Problem not-found otherwise
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Client visible(String code) {
        caller.requireClient(code);
        return clients.byCode(code).orElseThrow(Problem::notFound);
    }

    /** As {@link #visible}, and holds the client's row until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Client locked(String code) {
        caller.requireClient(code);
        return clients.lockByCode(code).orElseThrow(Problem::notFound);
    }

    /** Whether a login is that of an active approver in a client's list. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hasApprover(String code, String login) {
        return clients.byCode(code).stream()
                .flatMap(client -> client.approvers().stream())
                .anyMatch(approver -> approver.active() && Logins.same(approver.username(), login));
    }

    Versioned<ClientView> view(String code) {
        return versioned(visible(code));
    }

    Page<ClientView> list(Paging paging) {
        var rows = clients.page(caller.client(), paging.after(1), paging.limit());
        return Page.of(
                rows, paging.limit(), client -> ClientView.of(client, null), client -> Cursor.after(client.code()));
    }

    Versioned<ClientView> create(ClientCreation wanted) {
        ClientRules.check(wanted);
        if (clients.byCode(wanted.code()).isPresent()) {
            throw codeTaken(wanted.code());
        }
        requireOwnersWord(List.of(), wanted);
        Client client = new Client(ids.next(), wanted.code(), clock.now());
        client.take(wanted, clock.now(), ids::next);
        clients.persist(client);
        flush(client);
        return announced(client, List.of());
    }

    Versioned<ClientView> change(String code, String ifMatch, ClientDetails details) {
        ClientRules.check(details);
        Client client = locked(code);
        int revision = client.revision();
        ETags.requireMatch(ifMatch, revision);
        List<ApproverBody> before =
                client.approvers().stream().map(Approver::body).toList();
        requireOwnersWord(before, details);
        client.take(details, clock.now(), ids::next);
        flush(client);
        if (client.revision() == revision) {
            clients.countChange(client);
        }
        return announced(client, before);
    }

    private void requireOwnersWord(List<ApproverBody> before, ClientDetails details) {
        if (!caller.has(Roles.OWNER)) {
            ApproverRights.requireNothingGiven(before, details.approvers());
        }
    }

    private void flush(Client client) {
        Duplicates.flush(
                clients.getEntityManager(),
                Map.of(
                        "uq_client_code",
                        codeTaken(client.code()),
                        "uq_client_reference_key",
                        Problem.conflict("Another client has one of these external references.")
                                .error("externalRefs", "belongs to another client", "taken"),
                        "uq_approver_username",
                        Problem.conflict("Two of the user names are one to the database.")
                                .error("approvers", "have one user name in two spellings", "repeated")));
    }

    private Versioned<ClientView> announced(Client client, List<ApproverBody> before) {
        outbox.append("ClientChanged", client.id(), ClientChanged.of(client));
        changes.announce(client, before);
        return versioned(client);
    }

    private Versioned<ClientView> versioned(Client client) {
        return new Versioned<>(ClientView.of(client, changes.latest(client.id())), client.revision());
    }

    private static Problem codeTaken(String code) {
        return Problem.conflict("There is a client " + code + " already.").error("code", "is taken", "taken");
    }
}
