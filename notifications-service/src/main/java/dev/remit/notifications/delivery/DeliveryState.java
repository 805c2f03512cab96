package dev.remit.notifications.delivery;

/** How far a delivery is. */
public enum DeliveryState {
    /** It is still to be sent, or sent again. */
    WAITING,
    DELIVERED,
    /** No try is left. */
    FAILED
}
