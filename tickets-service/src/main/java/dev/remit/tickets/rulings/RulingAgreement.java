package dev.remit.tickets.rulings;

import dev.remit.engines.agreement.Adoption;
import dev.remit.engines.agreement.Signature;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.agreements.CompiledAgreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The version that was ruled by.
 *
 * @param adopted that it was signed elsewhere, so that this is the MSP's reading of it; null where it was signed here
 */
public record RulingAgreement(
        UUID agreementId,
        int version,
        String documentHash,
        String contentHash,
        @MayBeAbsent AdoptedFile adopted,
        List<Signatory> signatories) {

    static RulingAgreement of(CompiledAgreement agreement) {
        return new RulingAgreement(
                agreement.document().agreementId(),
                agreement.document().version(),
                agreement.documentHash(),
                agreement.contentHash(),
                AdoptedFile.of(agreement.document().adopted()),
                agreement.signatures().stream()
                        .map(signature -> new Signatory(
                                signature.party(), signature.name(), signature.signedAt(), signature.signedOn()))
                        .toList());
    }

    /**
     * What was signed elsewhere, and when.
     *
     * @param signedOn the client's local date on which the last party signed
     * @param fileHash SHA-256 of the file
     * @param reading what the ruling is, in words
     */
    @Schema(name = "AdoptedFile")
    public record AdoptedFile(LocalDate signedOn, String fileHash, String reading) {

        private static AdoptedFile of(Adoption adoption) {
            return adoption == null
                    ? null
                    : new AdoptedFile(adoption.signedOn(), adoption.file().sha256(), adoption.reading());
        }
    }

    /**
     * Who signed the version.
     *
     * @param signedAt null of a signature on paper
     * @param signedOn the client's local date on which a paper was signed; null of any other
     */
    @Schema(name = "Signatory")
    public record Signatory(
            Signature.Party party,
            String name,
            @MayBeAbsent Instant signedAt,
            @MayBeAbsent LocalDate signedOn) {}
}
