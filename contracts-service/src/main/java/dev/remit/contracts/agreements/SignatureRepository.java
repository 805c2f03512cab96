package dev.remit.contracts.agreements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The signatures under the tenant's agreements. */
@ApplicationScoped
class SignatureRepository implements PanacheRepositoryBase<PartySignature, UUID> {

    /** The signatures under the latest proposal of a version, the MSP's first. */
    List<PartySignature> of(AgreementVersion version) {
        return list("versionId = ?1 and proposal = ?2 order by party desc", version.id(), version.proposal());
    }
}
