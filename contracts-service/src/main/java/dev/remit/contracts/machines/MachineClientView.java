package dev.remit.contracts.machines;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A machine client as the owner reads it. */
@Schema(name = "MachineClient")
record MachineClientView(
        UUID id,
        String name,
        MachineRole role,

        @MayBeAbsent @Schema(description = "The connection to which its rights are bound.")
        String connection,

        State state,

        @Schema(description = "What it logs in with, the oldest first. At most two of them are good at one time.")
        List<Credential> credentials,

        Instant createdAt,
        Instant updatedAt) {

    /** Whether it may log in. */
    @Schema(name = "MachineClientState")
    enum State {
        ACTIVE,
        REVOKED
    }

    /** Whether a credential is good. */
    @Schema(name = "MachineCredentialState")
    enum CredentialState {
        /** It is being made. */
        PREPARING,
        VALID,
        /** Its tokens are worth nothing. */
        ENDED
    }

    @Schema(name = "MachineCredential")
    record Credential(
            UUID id,

            @Schema(description = "What it logs in with, beside the secret.")
            String clientId,

            CredentialState state,

            @MayBeAbsent @Schema(description = "When it ends, or has ended. Absent where no end is set.")
            Instant endsAt,

            Instant createdAt) {

        static Credential of(MachineCredential credential, Instant now) {
            CredentialState state =
                    credential.subject().isPresent() ? CredentialState.VALID : CredentialState.PREPARING;
            return new Credential(
                    credential.id(),
                    credential.clientId(),
                    credential.hasEnded(now) ? CredentialState.ENDED : state,
                    credential.endsAt().orElse(null),
                    credential.createdAt());
        }
    }

    static MachineClientView of(MachineClient client, List<MachineCredential> credentials, Instant now) {
        return new MachineClientView(
                client.id(),
                client.name(),
                client.role(),
                client.connection().orElse(null),
                client.isRevoked() ? State.REVOKED : State.ACTIVE,
                credentials.stream()
                        .map(credential -> Credential.of(credential, now))
                        .toList(),
                client.createdAt(),
                client.updatedAt());
    }
}
