package dev.remit.billing.turns;

import java.util.UUID;

/** Something to be done as a tenant, about one object of theirs. */
public record Turn(UUID tenant, UUID subject) {}
