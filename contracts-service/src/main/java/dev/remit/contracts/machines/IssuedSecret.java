package dev.remit.contracts.machines;

import dev.remit.kit.http.MayBeAbsent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A machine client and the secret that was made for it. */
@Schema(name = "IssuedSecret", description = "A machine client and the secret that was made for it.")
record IssuedSecret(
        MachineClientView machineClient,

        @MayBeAbsent
        @Schema(description = "Shown in this answer alone. The same request under the same key shows it for an hour.")
        Secret secret) {

    /** What a machine gets its tokens with. */
    @Schema(
            name = "MachineSecret",
            description = "What a machine gets its tokens with, by the client credentials flow.")
    record Secret(
            String clientId,
            String clientSecret,

            @Schema(
                    description = "Where it gets its tokens.",
                    examples = "https://id.remit.example/realms/remit/protocol/openid-connect/token")
            String tokenUrl) {}
}
