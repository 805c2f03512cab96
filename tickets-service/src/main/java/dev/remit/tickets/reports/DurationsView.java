package dev.remit.tickets.reports;

import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long it took until tickets were answered and resolved, in the working time that their clocks used.
 *
 * @param period as it was asked for
 * @param to its last date
 * @param asOf when it was counted
 * @param clients of whom any ticket was answered or resolved, by their codes
 * @param total of all of them together, by clock
 */
@Schema(name = "Durations")
record DurationsView(
        @Schema(examples = "2026-11") String period,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        List<ClientDurations> clients,
        List<ClockDurations> total) {

    /** One client's, by priority and clock. */
    @Schema(name = "ClientDurations")
    record ClientDurations(String clientCode, List<ClockDurations> clocks) {}

    /**
     * Of one clock.
     *
     * @param priority that the tickets had then; absent where all are counted together
     * @param clock RESPONSE or RESOLUTION
     * @param number of tickets
     * @param medianSeconds which at least half of them did not exceed
     * @param percentile80Seconds which at least 80 in a hundred did not exceed
     * @param percentile95Seconds which at least 95 in a hundred did not exceed
     * @param bands how many took how long
     */
    @Schema(name = "ClockDurations")
    record ClockDurations(
            @MayBeAbsent String priority,
            ClockKind clock,
            long number,
            long medianSeconds,
            long percentile80Seconds,
            long percentile95Seconds,
            List<Band> bands) {}

    /**
     * How many lie above the band before and not above this one.
     *
     * @param upToSeconds absent for the last, which has no end
     */
    @Schema(name = "DurationBand")
    record Band(@MayBeAbsent Long upToSeconds, long number) {}
}
