package dev.remit.contracts.machines;

import dev.remit.contracts.Slug;
import dev.remit.kit.problem.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A machine client to make.
 *
 * @param name by which people know it
 * @param connection to whose tickets and time its rights are bound; for PSA_SYNC alone
 */
@Schema(name = "MachineClientCreation", description = "A machine client to make.")
record NewMachineClient(
        @NotBlank @Size(max = 100) @Schema(examples = "ConnectWise sync")
        String name,

        @NotNull
        @Schema(
                description =
                        "What it is for: tickets and time of one connection, extras and batches for a finance system, or"
                                + " reading and simulating.")
        MachineRole role,

        @Size(max = 40)
        @Pattern(regexp = Slug.FORM)
        @Schema(
                description =
                        "The name of the connection whose tickets and time it sends, and no other's. PSA_SYNC needs"
                                + " it, and no other role takes it. The connection may be made later.",
                examples = "cw")
        String connection) {

    /** @throws Problem validation */
    void check() {
        if (role == MachineRole.PSA_SYNC && connection == null) {
            throw Problem.invalid("connection", "is needed for PSA_SYNC", "missing");
        }
        if (role != MachineRole.PSA_SYNC && connection != null) {
            throw Problem.invalid("connection", "is taken for PSA_SYNC alone", "unexpected");
        }
    }
}
