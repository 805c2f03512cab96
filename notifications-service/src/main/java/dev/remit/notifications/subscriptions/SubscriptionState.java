package dev.remit.notifications.subscriptions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether anything is sent. What is not sent waits, and follows in order. */
@Schema(name = "SubscriptionState")
public enum SubscriptionState {
    ACTIVE,
    /** By the owner, until it is resumed. */
    PAUSED,
    /** Because every try failed for days, until it is resumed. */
    DISABLED
}
