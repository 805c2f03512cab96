package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.AgreementDocument;
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

    static SignedAgreement read(String documentHash, byte[] published) {
        AgreementDocument document = AgreementDocument.parse(published);
        return new SignedAgreement(
                document, document.scope(documentHash), documentHash, AgreementDocument.contentHash(published));
    }
}
