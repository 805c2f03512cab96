package dev.remit.notifications.notifications;

import java.time.Instant;

/**
 * The body of a webhook, in the form of Standard Webhooks.
 *
 * @param type such as {@code clock.breached}
 * @param timestamp when it happened, by the tenant's clock
 */
public record WebhookMessage(String type, Instant timestamp, WebhookData data) {}
