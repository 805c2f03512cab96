package dev.remit.notifications.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many deliveries are sent once more. */
@Schema(name = "ReplayReceipt", description = "What is sent once more, in order of each subject.")
record ReplayReceipt(
        @Schema(description = "How many deliveries") int deliveries) {}
