package dev.remit.notifications.delivery;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What one subscription is to be sent of one notification. */
@Entity
@Unaudited("its attempts say what became of it")
class Delivery {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID subscriptionId;
    private UUID notificationId;
    private UUID subjectId;
    private long sequence;

    @Enumerated(EnumType.STRING)
    private DeliveryState state;

    private int attempts;

    /** How many of the attempts failed since it last began to wait. */
    private int failures;

    private Instant createdAt;
    private Instant endedAt;

    protected Delivery() {}

    Delivery(UUID id, UUID subscription, UUID notification, UUID subject, long sequence, Instant createdAt) {
        this.id = id;
        this.subscriptionId = subscription;
        this.notificationId = notification;
        this.subjectId = subject;
        this.sequence = sequence;
        this.state = DeliveryState.WAITING;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    UUID subscription() {
        return subscriptionId;
    }

    UUID notification() {
        return notificationId;
    }

    UUID subject() {
        return subjectId;
    }

    long sequence() {
        return sequence;
    }

    DeliveryState state() {
        return state;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    int attempts() {
        return attempts;
    }

    void delivered(Instant now) {
        attempts++;
        state = DeliveryState.DELIVERED;
        endedAt = now;
    }

    /**
     * When it is to be tried again; empty where no try is left.
     *
     * @param asked for how long the receiver asked to be left alone
     */
    Optional<Instant> failed(Instant now, Duration asked) {
        attempts++;
        Optional<Instant> again = RetrySchedule.after(++failures, asked).map(now::plus);
        if (again.isEmpty()) {
            state = DeliveryState.FAILED;
            endedAt = now;
        }
        return again;
    }

    /** It is to be sent once more, with all tries before it. */
    void again() {
        state = DeliveryState.WAITING;
        failures = 0;
        endedAt = null;
    }
}
