package dev.remit.notifications.feeds;

import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import dev.remit.notifications.clients.ClientFacts;
import dev.remit.notifications.clients.Clients;
import dev.remit.notifications.feeds.AgreementEvents.DateAhead;
import dev.remit.notifications.feeds.AgreementEvents.Proposed;
import dev.remit.notifications.feeds.AgreementEvents.VersionEvent;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.people.People;
import dev.remit.notifications.people.PersonFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows clients and people, and tells of agreements. */
@ApplicationScoped
class ContractsFeed implements FeedHandler<Void> {
    private static final String CLIENT_CHANGED = "ClientChanged";
    private static final String PERSON_CHANGED = "PersonChanged";
    private static final String AGREEMENT_ACTIVATED = "AgreementActivated";
    private static final String AGREEMENT_ENDED = "AgreementEnded";
    private static final String AGREEMENT_DATE_AHEAD = "AgreementDateAhead";
    private static final String AGREEMENT_PROPOSED = "AgreementProposed";
    private static final String AGREEMENT_PROPOSAL_WITHDRAWN = "AgreementProposalWithdrawn";
    private static final Set<String> WANTED = Set.of(
            CLIENT_CHANGED,
            PERSON_CHANGED,
            AGREEMENT_PROPOSED,
            AGREEMENT_PROPOSAL_WITHDRAWN,
            AGREEMENT_ACTIVATED,
            AGREEMENT_ENDED,
            AGREEMENT_DATE_AHEAD);

    private final ContractsClient neighbour;
    private final FeedPayloads payloads;
    private final Clients clients;
    private final People people;
    private final Announcer announcer;

    ContractsFeed(
            @RestClient ContractsClient neighbour,
            FeedPayloads payloads,
            Clients clients,
            People people,
            Announcer announcer) {
        this.neighbour = neighbour;
        this.payloads = payloads;
        this.clients = clients;
        this.people = people;
        this.announcer = announcer;
    }

    @Override
    public String name() {
        return "notifications.contracts";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return neighbour.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return WANTED.contains(type);
    }

    @Override
    public void apply(FeedEvent event, Void prepared) {
        switch (event.type()) {
            case CLIENT_CHANGED -> clients.learn(payloads.read(event, ClientFacts.class));
            case PERSON_CHANGED -> people.learn(payloads.read(event, PersonFacts.class));
            case AGREEMENT_PROPOSED -> proposed(event, NotificationType.AGREEMENT_PROPOSED);
            case AGREEMENT_PROPOSAL_WITHDRAWN -> proposed(event, NotificationType.AGREEMENT_TAKEN_BACK);
            case AGREEMENT_ACTIVATED -> told(NotificationType.AGREEMENT_SIGNED, event);
            case AGREEMENT_ENDED -> told(NotificationType.AGREEMENT_ENDING, event);
            default -> dateAhead(event, payloads.read(event, DateAhead.class));
        }
    }

    private void told(NotificationType type, FeedEvent event) {
        VersionEvent version = payloads.read(event, VersionEvent.class);
        announcer.tell(type, event, version.clientId(), null, version.word());
    }

    private void proposed(FeedEvent event, NotificationType type) {
        Proposed proposed = payloads.read(event, Proposed.class);
        announcer.tell(
                type, event, proposed.clientId(), null, proposed.word(type == NotificationType.AGREEMENT_PROPOSED));
    }

    private void dateAhead(FeedEvent event, DateAhead date) {
        if (date.isOfTheEnd()) {
            announcer.tell(NotificationType.AGREEMENT_ENDING, event, date.clientId(), null, date.word());
        }
    }
}
