package dev.remit.tickets.clocks;

import dev.remit.kit.http.MayBeAbsent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which wait is contested, and why.
 *
 * @param waitKey the key of the wait, as the ticket's clocks tell it
 * @param reason why its time should have counted
 * @param onBehalfOf the client's person for whom staff contest; absent where the client's approver does
 */
@Schema(name = "ContestRequest")
record ContestRequest(
        @NotNull @Size(min = 1, max = 200) String waitKey,
        @NotBlank @Size(max = 500) String reason,
        @MayBeAbsent @Size(max = 200) String onBehalfOf) {}
