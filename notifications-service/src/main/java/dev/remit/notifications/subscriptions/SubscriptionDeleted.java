package dev.remit.notifications.subscriptions;

import java.util.UUID;

/** A subscription is about to be deleted; fired in the transaction that deletes it, before its row is gone. */
public record SubscriptionDeleted(UUID id) {}
