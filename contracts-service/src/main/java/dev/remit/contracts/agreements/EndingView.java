package dev.remit.contracts.agreements;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a signed version came to its early end, as it is read and as other services are told. */
@Schema(
        name = "AgreementEnding",
        description = "Who ended a signed version before its time, or cancelled it before it began.")
record EndingView(
        @Schema(examples = "The client moves to another provider.")
        String reason,

        @MayBeAbsent @Schema(description = "Absent where none was given.")
        Notice notice,

        @MayBeAbsent
        @Schema(description = "The name of the person who did it, as their token has it.", examples = "John Beacon")
        String name,

        @Schema(description = "The name they log in with.") String login,

        @Schema(description = "The id of their account at the identity server.")
        String subject,

        Instant at) {}
