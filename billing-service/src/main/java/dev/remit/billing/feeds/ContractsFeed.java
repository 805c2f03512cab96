package dev.remit.billing.feeds;

import dev.remit.billing.agreements.Activation;
import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.approvals.QuoteAddressees;
import dev.remit.billing.approvals.QuoteCatchUp;
import dev.remit.billing.books.BookChanged;
import dev.remit.billing.books.ClientBook;
import dev.remit.billing.clients.ClientFacts;
import dev.remit.billing.clients.ClientFacts.ApproverFacts;
import dev.remit.billing.clients.Clients;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.kit.feed.FeedEvent;
import dev.remit.kit.feed.FeedHandler;
import dev.remit.kit.feed.FeedPage;
import dev.remit.kit.feed.FeedPayloads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Follows clients and signed versions. What is prepared is a version's published bytes. */
@ApplicationScoped
class ContractsFeed implements FeedHandler<byte[]> {
    private static final String CLIENT_CHANGED = "ClientChanged";
    private static final String AGREEMENT_ACTIVATED = "AgreementActivated";
    private static final String AGREEMENT_ENDED = "AgreementEnded";
    private static final Set<String> WANTED = Set.of(CLIENT_CHANGED, AGREEMENT_ACTIVATED, AGREEMENT_ENDED);

    private final ContractsClient contracts;
    private final FeedPayloads payloads;
    private final Clients clients;
    private final Agreements agreements;
    private final QuoteCatchUp catchUp;
    private final QuoteAddressees addressees;
    private final ClientBook book;
    private final Event<BookChanged> bookChanged;

    ContractsFeed(
            @RestClient ContractsClient contracts,
            FeedPayloads payloads,
            Clients clients,
            Agreements agreements,
            QuoteCatchUp catchUp,
            QuoteAddressees addressees,
            ClientBook book,
            Event<BookChanged> bookChanged) {
        this.contracts = contracts;
        this.payloads = payloads;
        this.clients = clients;
        this.agreements = agreements;
        this.catchUp = catchUp;
        this.addressees = addressees;
        this.book = book;
        this.bookChanged = bookChanged;
    }

    /** The early end of a version: the first local date without it, its very first where it was withdrawn. */
    private record EndedVersion(UUID agreementId, UUID clientId, int version, LocalDate effectiveTo) {}

    @Override
    public String name() {
        return "billing.contracts";
    }

    @Override
    public FeedPage fetch(long after, int limit, int waitSeconds) {
        return contracts.feed(after, limit, waitSeconds);
    }

    @Override
    public boolean wants(String type) {
        return WANTED.contains(type);
    }

    @Override
    public byte[] prepare(FeedEvent event) {
        if (!event.type().equals(AGREEMENT_ACTIVATED)) {
            return null;
        }
        String hash = payloads.read(event, Activation.class).documentHash();
        byte[] document = contracts.document(hash);
        if (!Sha256.hex(document).equals(hash)) {
            throw new IllegalStateException("The document of " + hash + " came with other bytes");
        }
        return document;
    }

    @Override
    public void apply(FeedEvent event, byte[] document) {
        switch (event.type()) {
            case CLIENT_CHANGED -> changed(payloads.read(event, ClientFacts.class));
            case AGREEMENT_ACTIVATED -> activated(payloads.read(event, Activation.class), document);
            default -> ended(payloads.read(event, EndedVersion.class));
        }
    }

    private void changed(ClientFacts facts) {
        book.open(facts.clientId());
        List<ApproverFacts> before =
                clients.byId(facts.clientId()).map(ClientFacts::approvers).orElse(List.of());
        clients.learn(facts);
        addressees.follow(facts.clientId(), before);
        catchUp.begin(facts.clientId());
    }

    private void activated(Activation activation, byte[] document) {
        book.open(activation.clientId());
        agreements.activate(activation, document);
        catchUp.begin(activation.clientId());
        bookChanged.fire(new BookChanged(
                activation.clientId(), "agreement " + activation.documentHash(), ChangedFacts.ofTerms()));
    }

    private void ended(EndedVersion end) {
        book.open(end.clientId());
        agreements.end(end.agreementId(), end.version(), end.effectiveTo());
        bookChanged.fire(new BookChanged(
                end.clientId(), "end of agreement " + end.agreementId() + "/" + end.version(), ChangedFacts.ofTerms()));
    }
}
