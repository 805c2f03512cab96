package dev.remit.contracts.agreements;

import dev.remit.contracts.Versioned;
import dev.remit.contracts.agreements.VersionView.SignatureView;
import dev.remit.contracts.agreements.terms.TermsJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows versions to readers. */
@ApplicationScoped
class VersionViews {
    private final SignatureRepository signatures;
    private final TermsJson termsJson;

    VersionViews(SignatureRepository signatures, TermsJson termsJson) {
        this.signatures = signatures;
        this.termsJson = termsJson;
    }

    Versioned<VersionView> of(AgreementVersion version) {
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
