package dev.remit.tickets.contracts;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import dev.remit.tickets.agreements.ActivatedVersion;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.catalogue.Catalogue;
import dev.remit.tickets.catalogue.ChangedItem;
import dev.remit.tickets.clients.ClientFacts;
import dev.remit.tickets.clients.Clients;
import dev.remit.tickets.intake.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Keeps what contracts-service tells of clients, signed versions and the catalogue, and wakes the tickets that waited for it. */
@ApplicationScoped
class ContractsFeed implements FeedHandler<byte[]> {
    private static final String CLIENT = "ClientChanged";
    private static final String ACTIVATED = "AgreementActivated";
    private static final String ENDED = "AgreementEnded";
    private static final String CATALOGUE = "CatalogueItemChanged";
    private static final Set<String> WANTED = Set.of(CLIENT, ACTIVATED, ENDED, CATALOGUE);

    private final ContractsClient contracts;
    private final Clients clients;
    private final Agreements agreements;
    private final Catalogue catalogue;
    private final WakeUps wakeUps;
    private final FeedPayloads payloads;

    ContractsFeed(
            @RestClient ContractsClient contracts,
            Clients clients,
            Agreements agreements,
            Catalogue catalogue,
            WakeUps wakeUps,
            FeedPayloads payloads) {
        this.contracts = contracts;
        this.clients = clients;
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.wakeUps = wakeUps;
        this.payloads = payloads;
    }

    /** What we read of the early end of a version: the first local date without it, its very first where it was withdrawn. */
    record EndedVersion(UUID agreementId, UUID clientId, int version, LocalDate effectiveTo) {}

    @Override
    public String name() {
        return "tickets.contracts";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return contracts.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return WANTED.contains(type);
    }

    /** The document's bytes are fetched before the transaction, so that no transaction waits for another service. */
    @Override
    public byte[] prepare(FeedEvent event) {
        return event.type().equals(ACTIVATED)
                ? contracts.document(
                        payloads.read(event, ActivatedVersion.class).documentHash())
                : null;
    }

    @Override
    public void apply(FeedEvent event, byte[] document) {
        switch (event.type()) {
            case CLIENT -> changed(payloads.read(event, ClientChanged.class).facts());
            case CATALOGUE -> {
                if (catalogue.apply(payloads.read(event, ChangedItem.class))) {
                    wakeUps.catalogueChanged();
                }
            }
            case ACTIVATED -> {
                ActivatedVersion version = payloads.read(event, ActivatedVersion.class);
                switch (agreements.activate(version, document)) {
                    case CREATED_IN_ITS_TERM ->
                        wakeUps.ticketsCreatedSince(version.clientId(), version.effectiveFrom());
                    case RUNNING -> wakeUps.ticketsOf(version.clientId());
                    case NONE -> {}
                }
                wakeUps.awaitingOf(version.clientId());
            }
            default -> {
                EndedVersion end = payloads.read(event, EndedVersion.class);
                agreements.end(end.agreementId(), end.version(), end.effectiveTo());
                wakeUps.ticketsOf(end.clientId());
                wakeUps.awaitingOf(end.clientId());
            }
        }
    }

    private void changed(ClientFacts facts) {
        wakeUps.awaitingClientCalled(facts.code());
        clients.apply(facts)
                .forEach(reference -> wakeUps.awaitingClientReferredTo(reference.connection(), reference.id()));
    }
}
