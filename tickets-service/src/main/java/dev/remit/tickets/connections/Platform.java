package dev.remit.tickets.connections;

import dev.remit.engines.sla.MessageDelivery;

/** The kinds of source that tickets come from. */
public enum Platform {
    /** Sends signed callbacks, which carry no messages. */
    CONNECTWISE(MessageDelivery.NOT_DELIVERED),
    /** Anything that puts our own form of ticket and time entry. */
    CANONICAL(MessageDelivery.DELIVERED);

    private final MessageDelivery usualMessages;

    Platform(MessageDelivery usualMessages) {
        this.usualMessages = usualMessages;
    }

    /** Whether such a source delivers messages, unless its connection says otherwise. */
    MessageDelivery usualMessages() {
        return usualMessages;
    }
}
