package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.AdoptionRequest.Signer;
import dev.remit.engines.agreement.Signature.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Who signed a version for a party, as other services are told it.
 *
 * @param login null on paper, and of a version that was signed elsewhere
 * @param method API or PAPER; null of a version that was signed elsewhere
 * @param signedAt null where only the date is known
 * @param signedOn the client's local date, where no moment is known; null elsewhere
 */
record SignedBy(
        Party party, String name, String title, String login, String method, Instant signedAt, LocalDate signedOn) {

    /** @param signed here; empty for a version that was signed elsewhere */
    static List<SignedBy> of(AgreementVersion version, List<PartySignature> signed) {
        Adopted adopted = version.adopted();
        return adopted == null
                ? signed.stream().map(PartySignature::text).map(SignedBy::of).toList()
                : adopted.signers().stream()
                        .map(signer -> of(signer, adopted.signedOn()))
                        .toList();
    }

    private static SignedBy of(SignatureText signature) {
        return new SignedBy(
                signature.party(),
                signature.name(),
                signature.title(),
                signature.login(),
                signature.method(),
                signature.signedAt(),
                signature.signedOn());
    }

    private static SignedBy of(Signer signer, LocalDate signedOn) {
        return new SignedBy(signer.party(), signer.name(), signer.title(), null, null, null, signedOn);
    }
}
