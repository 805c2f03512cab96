package dev.remit.tickets.reports;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many tickets of a period came, were resolved and went on after that.
 *
 * @param period as it was asked for
 * @param to its last date
 * @param asOf when it was counted
 * @param clients of whom anything is counted, by their codes
 * @param reopenings the last 200 of the period, the latest first
 */
@Schema(name = "Reopenings")
record ReopeningsView(
        @Schema(examples = "2026-11") String period,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        List<ClientTicketNumbers> clients,
        TicketNumbers total,
        List<Reopening> reopenings) {

    /** One client's. */
    @Schema(name = "ClientTicketNumbers")
    record ClientTicketNumbers(String clientCode, TicketNumbers numbers) {}

    /**
     * How many tickets there were.
     *
     * @param created in the period
     * @param resolved in it, also where they were reopened since
     * @param cancelled that ended in it without a resolution: merged, withdrawn, spam, or with the agreement
     * @param reopened in it
     * @param reopenedSince of those that were resolved in it, how many went on after that, whenever
     * @param percent the share of these, rounded down to a hundredth; absent where none was resolved
     */
    @Schema(name = "TicketNumbers")
    record TicketNumbers(
            long created,
            long resolved,
            long cancelled,
            long reopened,
            long reopenedSince,
            @MayBeAbsent @Schema(examples = "4.16") String percent) {}

    /**
     * A ticket that went on after its end.
     *
     * @param priority that it had then
     */
    @Schema(name = "Reopening")
    record Reopening(ReportedTicket ticket, String clientCode, String priority, Instant reopenedAt) {}
}
