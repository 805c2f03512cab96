package dev.remit.tickets.clocks;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a contest is settled, and why. */
@Schema(name = "ContestSettlement")
record ContestSettlement(
        @NotNull Outcome outcome, @NotBlank @Size(max = 500) String because) {

    /** Who was right. */
    @Schema(name = "ContestOutcome")
    enum Outcome {
        /** The client: the wait does not count. */
        UPHELD,
        /** The MSP: the wait counts. */
        REJECTED
    }
}
