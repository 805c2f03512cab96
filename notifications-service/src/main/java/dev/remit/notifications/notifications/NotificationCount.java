package dev.remit.notifications.notifications;

import java.util.UUID;

/**
 * How often something was told.
 *
 * @param clientId null for what is no client's
 * @param type such as {@code clock.breached}
 */
public record NotificationCount(UUID clientId, String type, long times) {}
