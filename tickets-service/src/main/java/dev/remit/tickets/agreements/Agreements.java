package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.InForce;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agreements of the current tenant's clients, as far as contracts-service has told of them. */
@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<AgreementVersion, UUID> {
    private final Documents documents;
    private final CompiledAgreements compiled;
    private final Ids ids;
    private final TenantClock clock;

    Agreements(Documents documents, CompiledAgreements compiled, Ids ids, TenantClock clock) {
        this.documents = documents;
        this.compiled = compiled;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every version with a client that has reached us: read at once, so that what is said of them fits together. */
    public ClientAgreements of(UUID clientId) {
        return new ClientAgreements(list("clientId", clientId));
    }

    /** A document by its hash, read and made ready; empty while its bytes have not reached us. */
    public Optional<CompiledAgreement> document(String hash) {
        return compiled.get(hash, () -> documents.hashed(hash).map(Document::bytes));
    }

    /**
     * Documents that are in force together; empty while the bytes of one have not reached us.
     *
     * @param hashes the master's, then its addenda's
     */
    public Optional<CompiledTerms> terms(List<String> hashes) {
        List<CompiledAgreement> known = new ArrayList<>();
        for (String hash : hashes) {
            Optional<CompiledAgreement> document = document(hash);
            if (document.isEmpty()) {
                return Optional.empty();
            }
            known.add(document.get());
        }
        return Optional.of(new CompiledTerms(new InForce<>(known.getFirst(), known.subList(1, known.size()))));
    }

    /**
     * Takes in a version with its document.
     *
     * @return whether tickets under the client's earlier versions may stand otherwise by it
     * @throws IllegalArgumentException if the bytes are not those that the hash names
     */
    public boolean activate(ActivatedVersion activated, byte[] document) {
        if (!Sha256.hex(document).equals(activated.documentHash())) {
            throw new IllegalArgumentException("The document's bytes are not those of " + activated.documentHash());
        }
        documents.keep(activated.documentHash(), document);
        if (version(activated.agreementId(), activated.version()).isPresent()) {
            return false;
        }
        boolean first = of(activated.clientId()).isEmpty();
        persist(new AgreementVersion(ids.next(), activated, clock.now()));
        return !first;
    }

    /** Takes in that a version was terminated, or withdrawn before it began: its end is then its first day. */
    public void end(UUID agreementId, int version, LocalDate firstDayWithout) {
        version(agreementId, version).ifPresent(known -> known.endOn(firstDayWithout, clock.now()));
    }

    private Optional<AgreementVersion> version(UUID agreementId, int number) {
        return find("agreementId = ?1 and number = ?2", agreementId, number).firstResultOptional();
    }
}
