package dev.remit.contracts.agreements;

import dev.remit.contracts.Versioned;
import dev.remit.contracts.agreements.VersionView.SignatureView;
import dev.remit.contracts.agreements.terms.TermsJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows versions to readers. */
@ApplicationScoped
class VersionViews {
    private final SignatureRepository signatures;
    private final TermsJson termsJson;

    VersionViews(SignatureRepository signatures, TermsJson termsJson) {
        this.signatures = signatures;
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
        List<SignatureView> signed = version.isDraft()
                ? List.of()
                : signatures.of(version).stream().map(SignatureView::of).toList();
        VersionView view = new VersionView(
                version.agreement().id(),
                version.number(),
                version.status(),
                version.effectiveFrom(),
                version.effectiveTo(),
                termsJson.read(version.terms()),
                version.contentHash(),
                version.documentHash(),
                signed,
                version.createdAt(),
                version.proposedAt(),
                version.activatedAt());
        return new Versioned<>(view, version.revision());
    }
}
