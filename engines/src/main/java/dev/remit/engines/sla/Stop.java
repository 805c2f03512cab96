package dev.remit.engines.sla;

import java.time.Instant;

/**
 * One time a cycle was stopped by what it waited for: a resolution that was reopened later is kept beside the next.
 *
 * @param key the event that stopped it
 * @param at when
 * @param consumedSeconds open, unpaused seconds used by then
 * @param met whether it was at or before the due moment
 */
public record Stop(String key, Instant at, long consumedSeconds, boolean met) {}
