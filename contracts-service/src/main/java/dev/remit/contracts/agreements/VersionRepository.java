package dev.remit.contracts.agreements;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions of the tenant's agreements. */
@ApplicationScoped
class VersionRepository implements PanacheRepositoryBase<AgreementVersion, UUID> {

    Optional<AgreementVersion> find(UUID agreementId, int number) {
        return find("agreement.id = ?1 and number = ?2", agreementId, number).firstResultOptional();
    }

    Optional<AgreementVersion> lock(UUID agreementId, int number) {
        return find("agreement.id = ?1 and number = ?2", agreementId, number)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Every version of some agreements, oldest first. */
    List<AgreementVersion> of(Collection<UUID> agreementIds) {
        return agreementIds.isEmpty() ? List.of() : list("agreement.id in ?1 order by number", agreementIds);
    }

    int lastNumber(UUID agreementId) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(v.number), 0) from AgreementVersion v where v.agreement.id = ?1",
                        Integer.class)
                .setParameter(1, agreementId)
                .getSingleResult();
    }

    /** Every version that both parties signed, of all agreements of a client. */
    List<AgreementVersion> signedOf(UUID clientId) {
        return list("clientId = ?1 and documentHash is not null order by effectiveFrom, number", clientId);
    }

    /** The last version of the same agreement before a version that both parties signed, and that was not withdrawn. */
    Optional<AgreementVersion> signedBefore(AgreementVersion version) {
        return find(
                        "agreement.id = ?1 and number < ?2 and documentHash is not null and state <> ?3"
                                + " order by number desc",
                        version.agreement().id(),
                        version.number(),
                        VersionState.WITHDRAWN)
                .firstResultOptional();
    }

    /** Every version of a client that is out for signature. */
    List<AgreementVersion> proposedOf(UUID clientId) {
        return list("clientId = ?1 and state = ?2 order by effectiveFrom, number", clientId, VersionState.PROPOSED);
    }

    /** Every version of an agreement that both parties signed, of an addendum with those of its master. */
    List<AgreementVersion> signedIn(Agreement agreement) {
        return of(withMasters(List.of(agreement))).stream()
                .filter(AgreementVersion::isSigned)
                .toList();
    }

    /** The ids of some agreements and of their masters: by the versions of both is told what is in force. */
    static Set<UUID> withMasters(Collection<Agreement> agreements) {
        return agreements.stream()
                .flatMap(agreement -> Stream.of(agreement.id(), agreement.masterId()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
