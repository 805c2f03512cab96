package dev.remit.contracts.machines;

import dev.remit.contracts.PageById;
import dev.remit.contracts.Versioned;
import dev.remit.contracts.keycloak.AccountChanges;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.idempotency.RequestKey;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the machine clients and their credentials, and notes down what is to do in Keycloak for them. */
@ApplicationScoped
class MachineClients {
    private final MachineClientRepository clients;
    private final MachineCredentials credentials;
    private final KeycloakWork work;
    private final AccountChanges accountChanges;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Ids ids;

    MachineClients(
            MachineClientRepository clients,
            MachineCredentials credentials,
            KeycloakWork work,
            AccountChanges accountChanges,
            Tenancy tenancy,
            InstantSource clock,
            Ids ids) {
        this.clients = clients;
        this.credentials = credentials;
        this.work = work;
        this.accountChanges = accountChanges;
        this.tenancy = tenancy;
        this.clock = clock;
        this.ids = ids;
    }

    Page<MachineClientView> list(Paging paging) {
        List<MachineClient> rows = PageById.of(clients, paging.after(1), paging.limit());
        Map<UUID, List<MachineCredential>> theirs =
                credentials.of(rows.stream().map(MachineClient::id).toList()).stream()
                        .collect(Collectors.groupingBy(MachineCredential::machineClientId));
        Instant now = clock.instant();
        return Page.of(
                rows,
                paging.limit(),
                client -> MachineClientView.of(client, theirs.getOrDefault(client.id(), List.of()), now),
                client -> Cursor.after(client.id()));
    }

    Versioned<MachineClientView> view(UUID id) {
        return view(clients.require(id));
    }

    private Versioned<MachineClientView> view(MachineClient client) {
        return new Versioned<>(
                MachineClientView.of(client, credentials.of(client.id()), clock.instant()), client.revision());
    }

    /** A new machine client with its first credential, which is to be made. */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID begin(NewMachineClient wanted, RequestKey request) {
        MachineClient client = new MachineClient(ids.next(), wanted, clock.instant());
        clients.persist(client);
        Duplicates.flush(
                clients.getEntityManager(),
                Map.of(
                        "uq_machine_client_name",
                        Problem.conflict("There is a machine client of that name already.")
                                .error("name", "is taken", "taken")));
        return issue(client, request);
    }

    /**
     * One more credential, which is to be made; the one before ends after an overlap.
     *
     * @throws Problem wrong-state for one that is revoked, or has two that are good
     */
    @Transactional(Transactional.TxType.MANDATORY)
    UUID rotate(UUID id, MachineRotation how, RequestKey request) {
        MachineClient client = clients.locked(id);
        if (client.isRevoked()) {
            throw Problem.wrongState("The machine client is revoked.");
        }
        Instant now = clock.instant();
        List<MachineCredential> good = good(id, now);
        if (good.size() > 1) {
            throw Problem.wrongState(
                    "Two secrets are good at present. End one of them, or wait until the older one ends.");
        }
        good.forEach(before -> end(before, now.plus(how.overlap()), now));
        client.touch(now);
        return issue(client, request);
    }

    /**
     * Ends a credential at once; nothing where it has ended.
     *
     * @return it, where it was good
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> end(UUID id, UUID credentialId, String ifMatch) {
        MachineClient client = changed(id, ifMatch);
        MachineCredential credential = credentials.require(id, credentialId);
        Instant now = clock.instant();
        if (credential.hasEnded(now)) {
            return List.of();
        }
        end(credential, now, now);
        client.touch(now);
        return List.of(credentialId);
    }

    /**
     * Ends all its credentials for good; nothing where it is revoked.
     *
     * @return those that were good
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<UUID> revoke(UUID id, String ifMatch) {
        MachineClient client = changed(id, ifMatch);
        Instant now = clock.instant();
        List<MachineCredential> good = good(id, now);
        good.forEach(credential -> end(credential, now, now));
        if (!client.isRevoked()) {
            client.revoke(now);
        }
        return good.stream().map(MachineCredential::id).toList();
    }

    private MachineClient changed(UUID id, String ifMatch) {
        MachineClient client = clients.locked(id);
        if (ifMatch != null) {
            ETags.requireMatch(ifMatch, client.revision());
        }
        return client;
    }

    private List<MachineCredential> good(UUID id, Instant now) {
        return credentials.of(id).stream()
                .filter(credential -> !credential.hasEnded(now))
                .toList();
    }

    private UUID issue(MachineClient client, RequestKey request) {
        Instant now = clock.instant();
        MachineCredential credential = new MachineCredential(ids.next(), client.id(), request, now);
        credentials.persistAndFlush(credential);
        work.intend(tenancy.current(), credential.id(), KeycloakWork.Kind.MACHINE_CREDENTIAL);
        return credential.id();
    }

    private void end(MachineCredential credential, Instant end, Instant now) {
        credential.endAt(end);
        work.ask(tenancy.current(), credential.id(), KeycloakWork.Kind.MACHINE_CREDENTIAL, end);
        if (credential.hasEnded(now)) {
            credential.subject().ifPresent(subject -> accountChanges.ended(credential.id(), subject));
        }
    }
}
