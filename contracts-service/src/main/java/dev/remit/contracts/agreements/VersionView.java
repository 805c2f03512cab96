package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.DraftRequest.From;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of an agreement as it is read. */
@Schema(name = "AgreementVersion")
record VersionView(
        UUID agreementId,
        @Schema(description = "Its number, from 1.") int version,

        @Schema(description = "On today's date of the client.")
        VersionStatus status,

        LocalDate effectiveFrom,

        @MayBeAbsent
        @Schema(
                description =
                        "First local date on which it no longer holds, which may be earlier than its own terms say."
                                + " Absent: open-ended, or WITHDRAWN.")
        LocalDate effectiveTo,

        Terms terms,

        @MayBeAbsent @Schema(description = "SHA-256 of the proposed content: what both parties sign.")
        String contentHash,

        @MayBeAbsent @Schema(description = "SHA-256 of the published document, signatures and all.")
        String documentHash,

        List<SignatureText> signatures,
        Instant createdAt,
        @MayBeAbsent Instant proposedAt,
        @MayBeAbsent Instant activatedAt,

        @MayBeAbsent
        @Schema(description = "How it came to an early end, also while that is ahead. Absent: it was not ended.")
        EndingView ending,

        @MayBeAbsent @Schema(description = "That it was signed elsewhere. Absent: it was signed here, or not yet.")
        Adopted adopted,

        @MayBeAbsent @Schema(description = "What its draft began with. Absent: nothing.")
        From from,

        @MayBeAbsent
        @Schema(description = "Who agreed so far that it is not to begin. It is WITHDRAWN once both parties have.")
        List<ConsentView> cancellation,

        @MayBeAbsent
        @Schema(
                description =
                        "The addenda that end with it, since no other version of the master goes on. Absent: it has"
                                + " no end, or none.")
        List<EndingAddendum> endsWithIt) {

    /** An addendum that ends because its master does. */
    @Schema(name = "EndingAddendum")
    record EndingAddendum(
            UUID agreementId,
            String title,
            int version,

            @Schema(description = "First local date without it.")
            LocalDate effectiveTo) {}
}
