package dev.remit.notifications.delivery;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A delivery with all that was sent and answered. */
@Schema(name = "DeliveryLog", description = "A delivery with all that was sent and answered.")
record DeliveryLogView(
        DeliveryView delivery,

        @Schema(description = "The body that is sent, byte for byte")
        String body,

        List<AttemptView> attempts) {}
