package dev.remit.notifications.subscriptions;

import dev.remit.notifications.signing.SecretKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a secret is followed by another one. */
@Schema(name = "SecretRotation", description = "How a signing secret is followed by another one.")
record SecretRotation(
        @Schema(description = "How the new one signs; as the one before where it is absent.")
        SecretKind kind,

        @Min(0)
        @Max(43200)
        @Schema(
                description = "How long the one before signs beside the new one. A day when absent; 0 ends it at once.",
                examples = "1440")
        Integer overlapMinutes) {

    private static final Duration USUAL = Duration.ofDays(1);

    Duration overlap() {
        return overlapMinutes == null ? USUAL : Duration.ofMinutes(overlapMinutes);
    }
}
