/**
 * The clocks of a ticket: pinned terms and events in, a reading out. The same terms, events, {@code asOf} and
 * {@code knownAt} give the same reading, in whatever order and however often the events came.
 */
package dev.remit.engines.sla;
