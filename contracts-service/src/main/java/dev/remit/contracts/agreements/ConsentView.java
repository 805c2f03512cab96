package dev.remit.contracts.agreements;

import dev.remit.engines.agreement.Signature.Party;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A party's word that a version is not to begin, as it is read. */
@Schema(name = "CancellationConsent", description = "A party's word that a signed version is not to begin.")
record ConsentView(
        Party party,
        String reason,

        @MayBeAbsent @Schema(description = "Who gave it: as the token has them, or as they signed on paper.")
        String name,

        @MayBeAbsent @Schema(description = "On paper: in what capacity they signed.")
        String title,

        @Schema(description = "The name that the person logs in with who gave it here, or recorded the paper.")
        String login,

        @Schema(description = "The id of that account at the identity server.")
        String subject,

        @MayBeAbsent @Schema(description = "On paper: the client's local date.")
        LocalDate signedOn,

        @MayBeAbsent @Schema(description = "On paper: SHA-256 of the scan.")
        String file,

        Instant at) {}
