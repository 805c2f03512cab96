package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.engines.agreement.Signature.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of an agreement as it is read. */
@Schema(
        name = "AgreementVersion",
        requiredProperties = {"agreementId", "version", "status", "effectiveFrom", "terms", "signatures", "createdAt"})
record VersionView(
        UUID agreementId,
        @Schema(description = "Its number, from 1.") int version,
        VersionStatus status,
        LocalDate effectiveFrom,

        @Schema(
                description =
                        "First local date on which it no longer holds, which may be earlier than its own terms say."
                                + " Absent: open-ended.")
        LocalDate effectiveTo,

        Terms terms,

        @Schema(description = "SHA-256 of the proposed content: what both parties sign.")
        String contentHash,

        @Schema(description = "SHA-256 of the published document, signatures and all.")
        String documentHash,

        List<SignatureView> signatures,
        Instant createdAt,
        Instant proposedAt,
        Instant activatedAt) {

    /** A signature as it is read. */
    @Schema(
            name = "Signature",
            requiredProperties = {"party", "name", "contentHash", "signedAt"})
    record SignatureView(Party party, String name, String email, String contentHash, Instant signedAt) {

        static SignatureView of(PartySignature signature) {
            return new SignatureView(
                    signature.party(),
                    signature.name(),
                    signature.email(),
                    signature.contentHash(),
                    signature.signedAt());
        }
    }
}
