package dev.remit.notifications.subscriptions;

import java.time.Instant;
import java.util.UUID;

/**
 * A subscription is sent nothing any more, since its receiver is lost.
 *
 * @param failingSince the first of the tries that all failed; null where the receiver asked for nothing more
 */
public record SubscriptionDisabled(UUID id, String url, Instant failingSince) {}
