package dev.remit.contracts.agreements;

import dev.remit.contracts.Versioned;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
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

    private Versioned<VersionView> of(AgreementVersion version) {
        List<SignatureText> signed = version.isDraft()
                ? List.of()
                : signatures.of(version).stream().map(PartySignature::text).toList();
        VersionDates chain =
                new VersionDates(versions.signedIn(version.agreement().id()));
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
                        : null);
        return new Versioned<>(view, version.revision());
    }
}
