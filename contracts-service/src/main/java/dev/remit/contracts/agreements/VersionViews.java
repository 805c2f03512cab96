package dev.remit.contracts.agreements;

import dev.remit.contracts.Versioned;
import dev.remit.contracts.agreements.VersionView.EndingAddendum;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows versions to readers. */
@ApplicationScoped
class VersionViews {
    private final VersionRepository versions;
    private final SignatureRepository signatures;
    private final ConsentRepository consents;
    private final Caller caller;
    private final TenantClock clock;
    private final TermsJson termsJson;

    VersionViews(
            VersionRepository versions,
            SignatureRepository signatures,
            ConsentRepository consents,
            Caller caller,
            TenantClock clock,
            TermsJson termsJson) {
        this.versions = versions;
        this.signatures = signatures;
        this.consents = consents;
        this.caller = caller;
        this.clock = clock;
        this.termsJson = termsJson;
    }

    RestResponse<VersionView> ok(AgreementVersion version) {
        return of(version).response();
    }

    /** The answer to what made the version, or a part of it. */
    RestResponse<VersionView> created(AgreementVersion version) {
        return of(version)
                .created(AgreementResource.PATH + "/" + version.agreement().id() + "/versions/" + version.number());
    }

    /** Null where there is none. */
    private List<EndingAddendum> endsWithIt(AgreementVersion version) {
        if (!version.isSigned() || version.agreement().kind() == AgreementKind.ADDENDUM) {
            return null;
        }
        List<AgreementVersion> signed = versions.signedOf(version.clientId());
        VersionDates dates = new VersionDates(signed);
        LocalDate end = dates.effectiveTo(version);
        List<EndingAddendum> addenda = signed.stream()
                .filter(other -> end != null && isEndedBy(end, version, other, dates))
                .map(other -> new EndingAddendum(
                        other.agreement().id(), other.agreement().title(), other.number(), end))
                .toList();
        return addenda.isEmpty() ? null : addenda;
    }

    private static boolean isEndedBy(
            LocalDate end, AgreementVersion master, AgreementVersion addendum, VersionDates dates) {
        VersionTerm inForce = dates.termInForce(addendum);
        return master.agreement().id().equals(addendum.agreement().masterId())
                && !inForce.isEmpty()
                && end.equals(inForce.effectiveTo())
                && !end.equals(addendum.term().effectiveTo());
    }

    private Versioned<VersionView> of(AgreementVersion version) {
        versions.flush();
        List<SignatureText> signed = version.isDraft()
                ? List.of()
                : signatures.of(version).stream().map(PartySignature::text).toList();
        VersionDates chain = new VersionDates(versions.signedIn(version.agreement()));
        VersionView view = new VersionView(
                version.agreement().id(),
                version.number(),
                chain.status(version, version.agreement().client().dateAt(clock.now())),
                version.effectiveFrom(),
                chain.effectiveTo(version),
                termsJson.read(version.terms()),
                version.contentHash(),
                version.documentHash(),
                signed,
                version.createdAt(),
                version.proposedAt(),
                version.activatedAt(),
                version.ending(),
                version.adopted(),
                caller.client().isEmpty() && version.origin() != null
                        ? version.origin().from()
                        : null,
                version.isSigned()
                        ? consents.of(version).stream()
                                .map(CancellationConsent::view)
                                .toList()
                        : null,
                endsWithIt(version));
        return new Versioned<>(view, version.revision());
    }
}
