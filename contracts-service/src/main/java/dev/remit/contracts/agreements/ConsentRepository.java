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

    private static final String TAKEN_BACK = "exists (select 1 from ConsentTakenBack t where t.consentId = c.id)";

    /** @throws Problem conflict, if the party has agreed already */
    void add(AgreementVersion version, CancellationConsent consent) {
        consent.follows((int) count(
                "from CancellationConsent c where c.versionId = ?1 and c.party = ?2 and " + TAKEN_BACK,
                version.id(),
                consent.party()));
        persist(consent);
        Duplicates.flush(
                getEntityManager(),
                Map.of(
                        "uq_cancellation_consent_party",
                        Problem.conflict("The " + consent.party() + " has agreed to the cancellation already.")));
    }

    void takeBack(ConsentTakenBack word) {
        getEntityManager().persist(word);
    }

    /** Those that stand, in the order in which they were given. */
    List<CancellationConsent> of(AgreementVersion version) {
        return list(
                "from CancellationConsent c where c.versionId = ?1 and not " + TAKEN_BACK
                        + " order by c.consentedAt, c.id",
                version.id());
    }
}
