package dev.remit.notifications.subscriptions;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.remit.notifications.signing.SecretKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription to make. */
@JsonPropertyOrder("secretKind")
@Schema(name = "SubscriptionCreation", additionalProperties = Schema.False.class)
class SubscriptionCreation extends SubscriptionSettings {
    @Schema(description = "How its webhooks are signed; SYMMETRIC where it is absent.")
    private SecretKind secretKind;

    SecretKind secretKind() {
        return secretKind == null ? SecretKind.SYMMETRIC : secretKind;
    }
}
