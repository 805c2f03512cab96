package dev.remit.tickets.compliance;

import dev.remit.engines.sla.ClockKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The figures of a period.
 *
 * @param period as it was asked for
 * @param to its last date
 * @param asOf when they were counted
 * @param clients of whom anything counts or is left out, by their codes
 * @param months of all of them together, those in which anything counts or is left out
 * @param total of all of them
 */
@Schema(name = "Compliance")
public record ComplianceView(
        @Schema(examples = "2026-11") String period,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        List<ClientCompliance> clients,
        List<MonthCompliance> months,
        FiguresView total) {

    /**
     * One client's.
     *
     * @param clocks by priority and clock
     * @param months of those in which anything counts or is left out
     */
    @Schema(name = "ClientCompliance")
    public record ClientCompliance(
            String clientCode, List<ClockCompliance> clocks, List<MonthCompliance> months, FiguresView total) {}

    /** Of a clock on tickets of a priority. */
    @Schema(name = "ClockCompliance")
    public record ClockCompliance(String priority, ClockKind clock, FiguresView figures) {}

    /** Of a month. */
    @Schema(name = "MonthCompliance")
    public record MonthCompliance(
            @Schema(examples = "2026-11") String month, FiguresView figures) {}
}
