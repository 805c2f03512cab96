package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which breach is excused, and why.
 *
 * @param cycle the key of the clock's cycle, as its clocks tell it
 * @param note what happened
 */
@Schema(name = "ExcuseRequest")
record ExcuseRequest(
        @NotNull ClockKind clock,
        @NotNull @Size(min = 1, max = 200) String cycle,
        @NotNull ExcuseReason reason,
        @NotBlank @Size(max = 500) String note) {}
