package dev.remit.notifications.subscriptions;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.notifications.notifications.NotificationType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A receiver, and what it wants to be told. */
@Entity
@Audited("subscription")
public class Subscription {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String url;
    private String description;

    @Convert(converter = TextsColumn.class)
    private List<String> eventTypes;

    @Convert(converter = TextsColumn.class)
    private List<String> clients;

    @Enumerated(EnumType.STRING)
    private SubscriptionState state;

    @Unaudited("says how tries went, and is written beside the entity")
    @Column(insertable = false, updatable = false)
    private Instant failingSince;

    private Instant createdAt;

    @Version
    private long version;

    protected Subscription() {}

    Subscription(UUID id, Instant createdAt) {
        this.id = id;
        this.state = SubscriptionState.ACTIVE;
        this.createdAt = createdAt;
    }

    void setUp(SubscriptionSettings settings) {
        url = settings.url();
        description = settings.description();
        eventTypes = settings.eventTypes();
        clients = settings.clients();
    }

    public UUID id() {
        return id;
    }

    /** Where its webhooks are sent. */
    public String url() {
        return url;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    List<String> eventTypes() {
        return eventTypes;
    }

    List<String> clients() {
        return clients;
    }

    public SubscriptionState state() {
        return state;
    }

    /** The first of the tries that have all failed since; empty where the last one went well. */
    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    Instant createdAt() {
        return createdAt;
    }

    long version() {
        return version;
    }

    /** @param clientCode null for what is no client's */
    boolean wants(NotificationType type, String clientCode) {
        return (eventTypes.isEmpty() || eventTypes.contains(type.wireName()))
                && (clients.isEmpty() || clients.contains(clientCode));
    }

    void pause() {
        state = SubscriptionState.PAUSED;
    }

    void resume() {
        state = SubscriptionState.ACTIVE;
    }

    /** Nothing is sent any more until somebody resumes it. */
    public void disable() {
        state = SubscriptionState.DISABLED;
    }
}
