/**
 * What of the work recorded for a client is charged, held, over its cap, reversed or released: a client's facts in, the
 * lines of its ledger out. Whatever the order in which the facts came, the lines are the same, and nothing is lost between
 * what is billed, what is over a cap and what is held.
 *
 * <p>{@link dev.remit.engines.ledger.Ledger} is where to begin.
 */
package dev.remit.engines.ledger;
