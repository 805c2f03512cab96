package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.contracts.clients.Clients;
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
import java.util.function.Function;
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

    AgreementView create(NewAgreement wanted) {
        Client client = clients.visible(wanted.clientCode());
        Agreement agreement = new Agreement(ids.next(), client, wanted.title(), clock.now());
        agreements.persist(agreement);
        return view(agreement, List.of(), Optional.empty());
    }

    /** @param inForceOn shows those with a version in force on that local date; a page may then have fewer than its limit */
    Page<AgreementView> list(Optional<String> clientCode, Optional<LocalDate> inForceOn, Paging paging) {
        Optional<String> own = caller.client();
        Optional<String> only = clientCode.or(() -> own);
        if (own.isPresent() && !own.equals(only)) {
            return new Page<>(List.of(), null);
        }
        List<Agreement> rows = agreements.page(only, inForceOn, paging.after(1), paging.limit());
        Map<UUID, List<AgreementVersion>> byAgreement = versions
                .of(rows.stream().map(Agreement::id).toList())
                .stream()
                .filter(this::isVisible)
                .collect(Collectors.groupingBy(version -> version.agreement().id()));
        Function<Agreement, List<AgreementVersion>> versionsOf =
                agreement -> byAgreement.getOrDefault(agreement.id(), List.of());
        return Page.of(
                rows,
                paging.limit(),
                agreement -> isInForce(versionsOf.apply(agreement), inForceOn),
                agreement -> view(agreement, versionsOf.apply(agreement), inForceOn),
                agreement -> Cursor.after(agreement.id()));
    }

    private static boolean isInForce(List<AgreementVersion> versions, Optional<LocalDate> date) {
        return date.isEmpty() || new VersionDates(versions).inForce(date.get()).isPresent();
    }

    AgreementView view(UUID id) {
        Agreement agreement = visible(id);
        List<AgreementVersion> shown =
                versions.of(List.of(id)).stream().filter(this::isVisible).toList();
        return view(agreement, shown, Optional.empty());
    }

    private AgreementView view(Agreement agreement, List<AgreementVersion> shown, Optional<LocalDate> inForceOn) {
        return AgreementView.of(agreement, shown, agreement.client().dateAt(clock.now()), inForceOn);
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
