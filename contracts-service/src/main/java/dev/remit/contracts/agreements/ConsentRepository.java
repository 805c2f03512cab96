package dev.remit.contracts.agreements;

import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The parties' consents to cancel versions. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<CancellationConsent, UUID> {

    /** @throws Problem conflict, if the party has agreed already */
    void add(CancellationConsent consent) {
        persist(consent);
        Duplicates.flush(
                getEntityManager(),
                Map.of(
                        "uq_cancellation_consent_party",
                        Problem.conflict("The " + consent.party() + " has agreed to the cancellation already.")));
    }

    /** In the order in which they were given. */
    List<CancellationConsent> of(AgreementVersion version) {
        return list("versionId = ?1 order by consentedAt, id", version.id());
    }
}
