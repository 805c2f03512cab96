package dev.remit.notifications.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which deliveries are sent once more. */
@Schema(name = "ReplayRequest", description = "Which deliveries of a subscription are sent once more.")
record ReplayRequest(
        @NotNull @Schema(description = "Those that were made from here on, by the tenant's clock.")
        Instant from,

        @NotNull @Schema(description = "And before this instant.")
        Instant until,

        @Schema(description = "Those that arrived as well, beside those that did not. No when absent.")
        Boolean delivered) {

    boolean takesDelivered() {
        return Boolean.TRUE.equals(delivered);
    }
}
