package dev.remit.engines.sla;

import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Instant;

/**
 * A stretch of a ticket's life in which nothing begins or ends.
 *
 * @param from when it begins
 * @param to when it is over; equal to {@code from} for the last, which says whose the time is from the moment on that was read
 * @param owner to whom it belongs as far as it lies in open hours
 * @param calendar the hours; null after the ticket's end
 */
public record OwnedStretch(Instant from, Instant to, Owner owner, CompiledCalendar calendar) {}
