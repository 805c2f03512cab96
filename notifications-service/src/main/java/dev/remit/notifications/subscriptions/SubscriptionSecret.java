package dev.remit.notifications.subscriptions;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Withheld;
import dev.remit.notifications.signing.SecretKind;
import dev.remit.notifications.signing.SigningSecret;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What a subscription's webhooks are signed by. Its times are the machine's, as those of signatures are. */
@Entity
@Audited("subscription-secret")
@Table(name = "subscription_secret")
class SubscriptionSecret {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID subscriptionId;

    @Enumerated(EnumType.STRING)
    private SecretKind kind;

    @Withheld
    private String signingKey;

    private Instant madeAt;

    /** Null where no end is set. */
    private Instant signsUntil;

    @Version
    private long version;

    protected SubscriptionSecret() {}

    SubscriptionSecret(UUID id, UUID subscriptionId, SigningSecret secret, Instant madeAt) {
        this.id = id;
        this.subscriptionId = subscriptionId;
        this.kind = secret.kind();
        this.signingKey = secret.text();
        this.madeAt = madeAt;
    }

    UUID id() {
        return id;
    }

    UUID subscriptionId() {
        return subscriptionId;
    }

    SecretKind kind() {
        return kind;
    }

    SigningSecret secret() {
        return SigningSecret.of(kind, signingKey);
    }

    Instant madeAt() {
        return madeAt;
    }

    Optional<Instant> signsUntil() {
        return Optional.ofNullable(signsUntil);
    }

    boolean signs(Instant now) {
        return signsUntil == null || signsUntil.isAfter(now);
    }

    void endAt(Instant end) {
        signsUntil = end;
    }
}
