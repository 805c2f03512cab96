package dev.remit.engines.sla;

import java.time.Instant;

/**
 * That a cycle came to a mark while it was under way.
 *
 * @param mark its key
 * @param at when: where other terms left it behind them, at the first open moment from that change on
 */
public record ReachedMark(String mark, ClockKind clock, String cycle, Instant at) {}
