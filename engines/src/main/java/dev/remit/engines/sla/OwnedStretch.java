package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;

/**
 * A stretch of a ticket's life in which nothing begins or ends.
 *
 * @param from when it begins
 * @param to when it is over
 * @param owner to whom it belongs as far as it lies in open hours
 * @param calendar the hours; null after the ticket's end
 */
record OwnedStretch(Instant from, Instant to, Owner owner, CompiledCalendar calendar) {}
