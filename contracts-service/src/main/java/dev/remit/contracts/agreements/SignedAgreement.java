package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.scope.CompiledScope;

/**
 * A signed version, read once and made ready for questions. Never changes, so it can be shared.
 *
 * @param document what was signed, and by whom
 * @param scope its scope
 * @param documentHash of its published bytes
 * @param contentHash of what was signed
 */
public record SignedAgreement(
        AgreementDocument document, CompiledScope scope, String documentHash, String contentHash) {

    /** The same with what it charges. */
    SignedVersion priced(VersionTerm term) {
        return new SignedVersion(
                term.agreementId(),
                term.version(),
                documentHash,
                contentHash,
                term.effectiveFrom(),
                term.effectiveTo(),
                new PricedDocument(document));
    }

    static SignedAgreement read(String documentHash, byte[] published) {
        AgreementDocument document = AgreementDocument.parse(published);
        return new SignedAgreement(
                document, document.scope(documentHash), documentHash, AgreementDocument.contentHash(published));
    }
}
