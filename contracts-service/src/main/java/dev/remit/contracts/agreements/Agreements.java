package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.Clients;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds agreements and versions for whoever may see them: a client's approver sees what was proposed to their client. */
@ApplicationScoped
class Agreements {
    private final AgreementRepository agreements;
    private final VersionRepository versions;
    private final Clients clients;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;

    Agreements(
            AgreementRepository agreements,
            VersionRepository versions,
            Clients clients,
            Caller caller,
            TenantClock clock,
            Ids ids) {
        this.agreements = agreements;
        this.versions = versions;
        this.clients = clients;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    AgreementView create(AgreementCreation wanted) {
        Client client = clients.visible(wanted.clientCode());
        Agreement agreement = new Agreement(ids.next(), client, master(wanted, client), wanted.title(), clock.now());
        agreements.persist(agreement);
        return view(agreement, Map.of(), Optional.empty());
    }

    /** Null for a master. */
    private Agreement master(AgreementCreation wanted, Client client) {
        if (!wanted.isAddendum()) {
            if (wanted.masterId() != null) {
                throw Problem.invalid("masterId", "is for an ADDENDUM", "kind");
            }
            return null;
        }
        if (wanted.masterId() == null) {
            throw Problem.invalid("masterId", "must name the master of an ADDENDUM", "required");
        }
        return agreements
                .findByIdOptional(wanted.masterId())
                .filter(master -> master.kind() == AgreementKind.MASTER
                        && master.client().id().equals(client.id()))
                .orElseThrow(() -> Problem.invalid("masterId", "is no master of the client", "unknown"));
    }

    /** @param inForceOn shows those with a version in force on that local date; a page may then have fewer than its limit */
    Page<AgreementView> list(
            Optional<String> clientCode, Optional<AgreementKind> kind, Optional<LocalDate> inForceOn, Paging paging) {
        if (caller.isBarredFrom(clientCode)) {
            return new Page<>(List.of(), null);
        }
        List<Agreement> rows =
                agreements.page(clientCode.or(caller::client), kind, inForceOn, paging.after(1), paging.limit());
        Map<UUID, List<AgreementVersion>> byAgreement = visibleVersions(rows);
        return Page.of(
                rows,
                paging.limit(),
                agreement -> inForceOn.isEmpty()
                        || dates(agreement, byAgreement)
                                .inForce(inForceOn.get(), agreement)
                                .isPresent(),
                agreement -> view(agreement, byAgreement, inForceOn),
                agreement -> Cursor.after(agreement.id()));
    }

    AgreementView view(UUID id) {
        Agreement agreement = visible(id);
        return view(agreement, visibleVersions(List.of(agreement)), Optional.empty());
    }

    /** Of the agreements and of their masters. */
    private Map<UUID, List<AgreementVersion>> visibleVersions(List<Agreement> rows) {
        return versions.of(VersionRepository.withMasters(rows)).stream()
                .filter(this::isVisible)
                .collect(Collectors.groupingBy(version -> version.agreement().id()));
    }

    private static VersionDates dates(Agreement agreement, Map<UUID, List<AgreementVersion>> byAgreement) {
        return new VersionDates(VersionRepository.withMasters(List.of(agreement)).stream()
                .flatMap(id -> byAgreement.getOrDefault(id, List.of()).stream())
                .toList());
    }

    private AgreementView view(
            Agreement agreement, Map<UUID, List<AgreementVersion>> byAgreement, Optional<LocalDate> inForceOn) {
        return AgreementView.of(
                agreement,
                byAgreement.getOrDefault(agreement.id(), List.of()),
                dates(agreement, byAgreement),
                agreement.client().dateAt(clock.now()),
                inForceOn);
    }

    /** @throws Problem not-found, also for what the caller may not see */
    Agreement visible(UUID id) {
        Agreement agreement = agreements.findByIdOptional(id).orElseThrow(Problem::notFound);
        caller.requireClient(agreement.client().code());
        return agreement;
    }

    /** @throws Problem not-found, also for what the caller may not see */
    AgreementVersion visible(UUID id, int number) {
        visible(id);
        return versions.find(id, number).filter(this::isVisible).orElseThrow(Problem::notFound);
    }

    /** As {@link #visible(UUID, int)}, and holds the row until the transaction ends. */
    AgreementVersion locked(UUID id, int number) {
        visible(id);
        return versions.lock(id, number).filter(this::isVisible).orElseThrow(Problem::notFound);
    }

    private boolean isVisible(AgreementVersion version) {
        return version.isShownToClient()
                || (version.isDraft() && caller.client().isEmpty());
    }
}
