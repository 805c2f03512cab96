package dev.remit.engines.sla;

import java.time.Instant;
import java.util.List;

/**
 * Which marks the cycles of a ticket have come to.
 *
 * @param reached each once for each cycle, by time
 * @param next when a cycle that is under way comes to a mark, if nothing is heard and no wait ends until then; null
 *     where none does
 */
public record MarkReading(List<ReachedMark> reached, Instant next) {}
