package dev.remit.contracts.agreements;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.contracts.agreements.files.FileRef;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signature as it stands in the published document and as it is read: who signed for a party, and how it is known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Signature")
record SignatureText(
        Party party,

        @Schema(description = "The signer's name on record; of somebody who is not on it, as on the paper.")
        String name,

        @Schema(
                description = "Their name as they typed it, or as it stands on the paper.",
                examples = "Eleanor Whitfield")
        String typedName,

        @Schema(description = "In what capacity they signed.", examples = "Managing partner")
        String title,

        @MayBeAbsent String email,

        @MayBeAbsent @Schema(description = "The name they log in with. Absent on paper.", examples = "partner")
        String login,

        @MayBeAbsent @Schema(description = "The id of their account at the identity server. Absent on paper.")
        String subject,

        @MayBeAbsent @Schema(description = "Absent on paper.", examples = "client-approver")
        String role,

        @Schema(description = "API, or PAPER where the MSP recorded a signature made on paper.", examples = "API")
        String method,

        String contentHash,

        @MayBeAbsent @Schema(description = "Absent on paper, which tells no time.")
        Instant signedAt,

        @MayBeAbsent @Schema(description = "On paper: the client's local date on which it was signed.")
        LocalDate signedOn,

        @MayBeAbsent @Schema(description = "On paper: by what right somebody signed who is not on record.")
        String authority,

        @MayBeAbsent @Schema(description = "On paper: the scan.")
        FileRef file,

        @MayBeAbsent @Schema(description = "On paper: who recorded it.")
        Recorder recordedBy,

        @Schema(description = "When it came to us.") Instant recordedAt) {}
