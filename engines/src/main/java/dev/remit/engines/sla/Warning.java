package dev.remit.engines.sla;

import java.time.Instant;

/**
 * One warning of a cycle.
 *
 * @param percent share of the target
 * @param at when that share of the target is used up; null when nothing known brings that moment about
 * @param fired whether the moment has come, at or before the reading's {@code asOf} and before the cycle's end
 */
public record Warning(int percent, Instant at, boolean fired) {}
