package dev.remit.contracts.agreements;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.tenancy.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who recorded what others did elsewhere: a person of the MSP's, by their token.
 *
 * @param name may be null
 * @param subject the id of their account at the identity server
 */
@Schema(name = "Recorder")
record Recorder(
        @MayBeAbsent @Schema(examples = "John Beacon") String name,

        @Schema(description = "The name they log in with.") String login,

        @Schema(description = "The id of their account at the identity server.")
        String subject,

        @Schema(examples = "owner") String role) {

    static Recorder of(Caller caller, String role) {
        return new Recorder(caller.name(), caller.username(), caller.subject(), role);
    }
}
