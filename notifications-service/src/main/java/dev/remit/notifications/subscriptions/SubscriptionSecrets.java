package dev.remit.notifications.subscriptions;

import dev.remit.kit.ids.Ids;
import dev.remit.notifications.signing.SecretKind;
import dev.remit.notifications.signing.SigningSecret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the current tenant's subscriptions sign by. */
@ApplicationScoped
class SubscriptionSecrets implements PanacheRepositoryBase<SubscriptionSecret, UUID> {
    private final Ids ids;
    private final InstantSource clock;

    SubscriptionSecrets(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    SigningSecret make(UUID subscription, SecretKind kind) {
        SigningSecret secret = SigningSecret.fresh(kind);
        persist(new SubscriptionSecret(ids.next(), subscription, secret, clock.instant()));
        return secret;
    }

    /** The one before signs beside the new one for a while; one that was ending by then is over. */
    SigningSecret rotate(UUID subscription, SecretRotation how) {
        Instant now = clock.instant();
        List<SubscriptionSecret> before = list("subscriptionId = ?1 order by madeAt desc, id desc", subscription);
        SubscriptionSecret last = before.getFirst();
        before.stream().skip(1).forEach(this::delete);
        last.endAt(now.plus(how.overlap()));
        return make(subscription, how.kind() == null ? last.kind() : how.kind());
    }

    /** Those that sign now, the newest first. */
    List<SubscriptionSecret> inForce(UUID subscription) {
        return inForce(List.of(subscription)).getOrDefault(subscription, List.of());
    }

    Map<UUID, List<SubscriptionSecret>> inForce(Collection<UUID> subscriptions) {
        Instant now = clock.instant();
        return list("subscriptionId in ?1 order by madeAt desc, id desc", subscriptions).stream()
                .filter(secret -> secret.signs(now))
                .collect(Collectors.groupingBy(SubscriptionSecret::subscriptionId));
    }
}
