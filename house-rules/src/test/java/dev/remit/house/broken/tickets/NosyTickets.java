package dev.remit.house.broken.tickets;

import dev.remit.house.broken.contracts.ContractsResource;
import java.time.Instant;

/** A service that reaches another in process, and reads the wall clock. */
public record NosyTickets(ContractsResource other, Instant at) {

    public NosyTickets(ContractsResource other) {
        this(other, Instant.now());
    }
}
