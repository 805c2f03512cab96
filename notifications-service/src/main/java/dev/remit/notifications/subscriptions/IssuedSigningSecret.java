package dev.remit.notifications.subscriptions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription and what was made for its receiver. */
@Schema(name = "IssuedSigningSecret", description = "A subscription, and what its receiver verifies webhooks by.")
record IssuedSigningSecret(
        SubscriptionView subscription,

        @Schema(
                description =
                        "The secret itself (whsec_…), or of a pair of keys the public one (whpk_…). A symmetric secret"
                                + " is shown in this answer alone.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {}
