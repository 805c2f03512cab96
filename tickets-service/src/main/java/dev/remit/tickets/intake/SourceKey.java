package dev.remit.tickets.intake;

import java.util.UUID;

/** What a source calls a ticket or a time entry of its own. */
public record SourceKey(UUID connectionId, String externalId) {}
