package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import java.time.Instant;
import java.util.UUID;

/** What other services hear of clocks. A cycle's key and the ticket tell breaches apart for good. */
final class ClockEvents {
    private ClockEvents() {}

    record ClockWarned(UUID ticketId, UUID clientId, ClockKind clock, String cycle, int percent, Instant at) {}

    record ClockBreached(UUID ticketId, UUID clientId, ClockKind clock, String cycle, Instant due, Instant noticedAt) {}

    record ClockMet(UUID ticketId, UUID clientId, ClockKind clock, String cycle, Instant at) {}

    record ClockCorrected(
            UUID ticketId, UUID clientId, ClockKind clock, String cycle, String was, String is, String because) {}
}
