package dev.remit.contracts.agreements;

import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The signatures under the tenant's agreements. */
@ApplicationScoped
class SignatureRepository implements PanacheRepositoryBase<PartySignature, UUID> {

    /** @throws Problem conflict, if the party has signed the proposal already */
    void add(PartySignature signature) {
        persist(signature);
        Duplicates.flush(
                getEntityManager(),
                Map.of(
                        "uq_signature_party",
                        Problem.conflict("The " + signature.party() + " has signed this proposal already.")));
    }

    /** The signatures under the latest proposal of a version, the MSP's first. */
    List<PartySignature> of(AgreementVersion version) {
        return list("versionId = ?1 and proposal = ?2 order by party desc", version.id(), version.proposal());
    }
}
