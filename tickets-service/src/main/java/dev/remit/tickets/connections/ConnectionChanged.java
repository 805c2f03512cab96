package dev.remit.tickets.connections;

import java.util.UUID;

/** Said, in the transaction that does it, when a connection's tables change. */
public record ConnectionChanged(UUID connectionId) {}
