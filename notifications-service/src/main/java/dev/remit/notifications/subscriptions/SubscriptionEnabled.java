package dev.remit.notifications.subscriptions;

import java.util.UUID;

/** A subscription is active again; fired in the transaction that makes it so. */
public record SubscriptionEnabled(UUID id) {}
