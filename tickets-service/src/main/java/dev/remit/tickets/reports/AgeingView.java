package dev.remit.tickets.reports;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long the tickets that are open have been so.
 *
 * @param asOf when it was counted
 * @param clients who have any, by their codes
 * @param bands of all of them together
 * @param oldest the 20 that were created first
 */
@Schema(name = "Ageing")
record AgeingView(Instant asOf, List<ClientAges> clients, long number, List<AgeBand> bands, List<OldTicket> oldest) {

    /** One client's, by priority. */
    @Schema(name = "ClientAges")
    record ClientAges(String clientCode, long number, List<PriorityAges> priorities) {}

    /**
     * Of tickets that have some priority.
     *
     * @param number of tickets
     */
    @Schema(name = "PriorityAges")
    record PriorityAges(String priority, long number, List<AgeBand> bands) {}

    /**
     * How many have the age of the band before and not yet that of this one.
     *
     * @param underDays of 24 hours; absent for the last, which has no end
     */
    @Schema(name = "AgeBand")
    record AgeBand(@MayBeAbsent Integer underDays, long number) {}

    /**
     * One that has been open for long.
     *
     * @param seconds since it was created
     */
    @Schema(name = "OldTicket")
    record OldTicket(ReportedTicket ticket, String clientCode, String priority, Instant createdAt, long seconds) {}
}
