package dev.remit.tickets.reports;

import dev.remit.engines.reports.TimeSum;
import dev.remit.engines.sla.Owner;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose the time of a period was in which tickets were open.
 *
 * @param period as it was asked for
 * @param to its last date
 * @param asOf when it was counted
 * @param clients of whom any ticket was open, by their codes
 * @param longest the wait for the client, for a supplier and for a decision that lasted longest, of those under way in the period
 */
@Schema(name = "Waits")
record WaitsView(
        @Schema(examples = "2026-11") String period,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        List<ClientTime> clients,
        TimeTotal total,
        List<LongestWait> longest) {

    /**
     * One client's.
     *
     * @param approvers whose decisions were waited for, by name
     */
    @Schema(name = "ClientTime")
    record ClientTime(String clientCode, TimeTotal total, List<ApproverTime> approvers) {}

    /**
     * Of some tickets together.
     *
     * @param tickets how many were open for any of the period
     * @param seconds for how long, all of them together
     * @param owners the same by whose it was; these seconds add up to all
     */
    @Schema(name = "TimeTotal")
    record TimeTotal(long tickets, long seconds, List<OwnerTime> owners) {}

    /**
     * An owner's part.
     *
     * @param owner CLOSED for what lies in closed hours, whoever was awaited
     * @param seconds in working hours; of CLOSED outside them
     * @param realSeconds with the closed hours in between; absent for CLOSED
     * @param tickets of how many tickets; absent for CLOSED
     * @param waits how often it was this owner's without a break; absent for CLOSED
     */
    @Schema(name = "OwnerTime")
    record OwnerTime(
            Owner owner,
            long seconds,
            @MayBeAbsent Long realSeconds,
            @MayBeAbsent Long tickets,
            @MayBeAbsent Long waits) {
        static OwnerTime of(Owner owner, TimeSum sum, long tickets) {
            return new OwnerTime(owner, sum.openSeconds(), sum.realSeconds(), tickets, sum.waits());
        }

        static OwnerTime closed(long seconds) {
            return new OwnerTime(Owner.CLOSED, seconds, null, null, null);
        }
    }

    /**
     * How long an approver's decisions were waited for. Where two are asked at once, the time is that of who was asked first.
     *
     * @param approver the name that the quote has; absent where it is not known
     * @param seconds in working hours
     * @param realSeconds with the closed hours in between
     * @param tickets of how many tickets
     * @param waits how often
     */
    @Schema(name = "ApproverTime")
    record ApproverTime(@MayBeAbsent String approver, long seconds, long realSeconds, long tickets, long waits) {
        static ApproverTime of(String approver, TimeSum sum, long tickets) {
            return new ApproverTime(
                    approver.isEmpty() ? null : approver, sum.openSeconds(), sum.realSeconds(), tickets, sum.waits());
        }
    }

    /**
     * The wait for an owner that lasted longest by the clock on the wall, from its beginning, which may lie before the period, until
     * its end or that of the period.
     *
     * @param approver whose decision was awaited; absent for other waits, and where it is not known
     * @param seconds in working hours
     * @param realSeconds with the closed hours in between
     * @param goesOn whether it had not ended by then
     */
    @Schema(name = "LongestWait")
    record LongestWait(
            Owner owner,
            ReportedTicket ticket,
            String clientCode,
            @MayBeAbsent String approver,
            Instant from,
            long seconds,
            long realSeconds,
            boolean goesOn) {}
}
