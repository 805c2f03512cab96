package dev.remit.kit.sweep;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of work that is due.
 *
 * @param subject what it is about
 * @param since when it fell due; a piece that failed is tried at once where it has fallen due anew
 */
public record Due(UUID subject, Instant since) {}
