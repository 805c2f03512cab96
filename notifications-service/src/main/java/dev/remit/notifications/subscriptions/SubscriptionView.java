package dev.remit.notifications.subscriptions;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.notifications.signing.SecretKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A subscription as callers see it, without its secrets. */
@Schema(name = "Subscription", description = "Where webhooks are sent, and which.")
record SubscriptionView(
        UUID id,
        String url,
        @MayBeAbsent String description,

        @Schema(description = "Which types of event; all where it is empty.")
        List<String> eventTypes,

        @Schema(description = "Of which clients, by their codes; everything where it is empty.")
        List<String> clients,

        SubscriptionState state,

        @MayBeAbsent
        @Schema(description = "The first of the tries that have all failed since. Absent where the last one went well.")
        Instant failingSince,

        @Schema(description = "What its webhooks are signed by now, the newest first.")
        List<Secret> secrets,

        Instant createdAt) {

    @Schema(name = "SubscriptionSecret")
    record Secret(
            UUID id,
            SecretKind kind,

            @MayBeAbsent
            @Schema(description = "Of ED25519: what receivers verify by. A symmetric secret is shown once.")
            String publicKey,

            @Schema(description = "By the machine's clock, as the signatures' timestamps.")
            Instant madeAt,

            @MayBeAbsent @Schema(description = "Absent where no end is set.")
            Instant signsUntil) {

        static Secret of(SubscriptionSecret secret) {
            return new Secret(
                    secret.id(),
                    secret.kind(),
                    secret.kind() == SecretKind.ED25519 ? secret.secret().shown() : null,
                    secret.madeAt(),
                    secret.signsUntil().orElse(null));
        }
    }

    static SubscriptionView of(Subscription subscription, List<SubscriptionSecret> secrets) {
        return new SubscriptionView(
                subscription.id(),
                subscription.url(),
                subscription.description().orElse(null),
                subscription.eventTypes(),
                subscription.clients(),
                subscription.state(),
                subscription.failingSince().orElse(null),
                secrets.stream().map(Secret::of).toList(),
                subscription.createdAt());
    }
}
