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

        @Schema(description = "On today's date of the client.")
        VersionStatus status,

        LocalDate effectiveFrom,

        @Schema(
                description =
                        "First local date on which it no longer holds, which may be earlier than its own terms say."
                                + " Absent: open-ended, or WITHDRAWN.")
        LocalDate effectiveTo,

        Terms terms,

        @Schema(description = "SHA-256 of the proposed content: what both parties sign.")
        String contentHash,

        @Schema(description = "SHA-256 of the published document, signatures and all.")
        String documentHash,

        List<SignatureView> signatures,
        Instant createdAt,
        Instant proposedAt,
        Instant activatedAt,

        @Schema(description = "How it came to an early end, also while that is ahead. Absent: it was not ended.")
        EndingView ending) {

    /** A signature as it is read. */
    @Schema(
            name = "Signature",
            requiredProperties = {
                "party",
                "name",
                "typedName",
                "title",
                "login",
                "subject",
                "role",
                "method",
                "contentHash",
                "signedAt",
                "recordedAt"
            })
    record SignatureView(
            Party party,

            @Schema(description = "The signer's name on record.", examples = "Eleanor Whitfield")
            String name,

            @Schema(description = "Their name as they typed it.")
            String typedName,

            @Schema(description = "In what capacity they signed.", examples = "Managing partner")
            String title,

            String email,

            @Schema(description = "The name they log in with.", examples = "partner")
            String login,

            @Schema(description = "The id of their account at the identity server.")
            String subject,

            @Schema(examples = "client-approver") String role,
            @Schema(examples = "API") String method,
            String contentHash,
            Instant signedAt,
            @Schema(description = "When it came to us.") Instant recordedAt) {

        static SignatureView of(PartySignature signature) {
            return new SignatureView(
                    signature.party(),
                    signature.name(),
                    signature.typedName(),
                    signature.title(),
                    signature.email(),
                    signature.username(),
                    signature.subject(),
                    signature.role(),
                    signature.method(),
                    signature.contentHash(),
                    signature.signedAt(),
                    signature.recordedAt());
        }
    }
}
