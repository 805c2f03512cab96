package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The agreements of the current tenant's clients, as far as contracts-service has told of them. */
@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<AgreementVersion, UUID>, AgreementBook {
    private final Documents documents;
    private final CompiledAgreements compiled;
    private final Ids ids;
    private final TenantClock clock;
    private final ReadOnce once;

    /** Which of a client's tickets a version that was activated may move. */
    public enum Reach {
        /** None that has terms. */
        NONE,
        /** Those whose clocks run or stand still: where cover ends may have changed. */
        RUNNING,
        /** Those that were created since it began: both parties signed what it changes of them. */
        CREATED_IN_ITS_TERM
    }

    Agreements(Documents documents, CompiledAgreements compiled, Ids ids, TenantClock clock, ReadOnce once) {
        this.documents = documents;
        this.compiled = compiled;
        this.ids = ids;
        this.clock = clock;
        this.once = once;
    }

    private record OfClient(UUID clientId) implements ReadOnce.Question {}

    @Override
    public ClientAgreements of(UUID clientId) {
        return once.get(new OfClient(clientId), () -> new ClientAgreements(list("clientId", clientId)));
    }

    /** Reads at once those of some clients. */
    public void recall(Set<UUID> clientIds) {
        Map<UUID, ClientAgreements> all = ofAll(clientIds);
        clientIds.forEach(id -> once.keep(new OfClient(id), all.getOrDefault(id, new ClientAgreements(List.of()))));
    }

    /** The versions with some clients, read at once, by the clients that have any. */
    public Map<UUID, ClientAgreements> ofAll(Collection<UUID> clientIds) {
        return clientIds.isEmpty()
                ? Map.of()
                : list("clientId in ?1", List.copyOf(clientIds)).stream()
                        .collect(Collectors.groupingBy(
                                AgreementVersion::clientId,
                                Collectors.collectingAndThen(Collectors.toList(), ClientAgreements::new)));
    }

    @Override
    public Optional<CompiledAgreement> document(String hash) {
        return compiled.get(hash, () -> documents.hashed(hash).map(Document::bytes));
    }

    /**
     * Takes in a version with its document.
     *
     * @return which tickets may stand otherwise by it, beside those that wait for it
     * @throws IllegalArgumentException if the bytes are not those that the hash names
     */
    public Reach activate(ActivatedVersion activated, byte[] document) {
        if (!Sha256.hex(document).equals(activated.documentHash())) {
            throw new IllegalArgumentException("The document's bytes are not those of " + activated.documentHash());
        }
        documents.keep(activated.documentHash(), document);
        if (version(activated.agreementId(), activated.version()).isPresent()) {
            return Reach.NONE;
        }
        boolean first = of(activated.clientId()).isEmpty();
        boolean signedForThePast = AgreementDocument.parse(document).changes() != null;
        persist(new AgreementVersion(ids.next(), activated, signedForThePast, clock.now()));
        once.forget(new OfClient(activated.clientId()));
        if (first) {
            return Reach.NONE;
        }
        return signedForThePast ? Reach.CREATED_IN_ITS_TERM : Reach.RUNNING;
    }

    /** Takes in that a version was terminated, or withdrawn before it began: its end is then its first day. */
    public void end(UUID agreementId, int version, LocalDate firstDayWithout) {
        version(agreementId, version).ifPresent(known -> known.endOn(firstDayWithout, clock.now()));
    }

    private Optional<AgreementVersion> version(UUID agreementId, int number) {
        return find("agreementId = ?1 and number = ?2", agreementId, number).firstResultOptional();
    }
}
