package dev.remit.kit.time;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sandbox's clock was put somewhere, in the running transaction.
 *
 * @param before where it stood; empty the first time
 */
public record ClockMoved(UUID tenant, Optional<Instant> before, Instant now) {}
