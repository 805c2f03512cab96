package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.WaitReason;
import dev.remit.tickets.contests.ContestState;
import dev.remit.tickets.escalation.Addressee;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What other services hear of clocks. A cycle's key and the ticket tell breaches apart for good. Each has the ticket's priority
 * when it was told; what is late or nearly so has in {@code coveredAt} the first moment from then on that lies in the hours
 * of the clock, null where none comes.
 */
final class ClockEvents {
    private ClockEvents() {}

    record ClockWarned(
            UUID ticketId,
            UUID clientId,
            String priority,
            ClockKind clock,
            String cycle,
            int percent,
            Instant at,
            Instant coveredAt) {}

    record ClockBreached(
            UUID ticketId,
            UUID clientId,
            String priority,
            ClockKind clock,
            String cycle,
            Instant due,
            Instant noticedAt,
            Instant coveredAt) {}

    /**
     * That an escalation rule has somebody told.
     *
     * @param assignee who has the ticket, by login or address, where the rule tells them; else null
     */
    record ClockEscalated(
            UUID ticketId,
            UUID clientId,
            String priority,
            ClockKind clock,
            String cycle,
            UUID ruleId,
            String rule,
            Integer percent,
            Integer minutesFromDue,
            Instant at,
            Instant coveredAt,
            List<Addressee> to,
            List<String> people,
            String assignee) {}

    record ClockMet(UUID ticketId, UUID clientId, String priority, ClockKind clock, String cycle, Instant at) {}

    /** That a breach was excused, or an excuse withdrawn. */
    record BreachExcused(
            UUID ticketId,
            UUID clientId,
            String priority,
            ClockKind clock,
            String cycle,
            Instant due,
            ExcuseReason reason,
            UUID excuseId) {
        static final String TYPE = "BreachExcused";
        static final String WITHDRAWN = "BreachExcuseWithdrawn";
    }

    /**
     * That a client contests a wait, or how that ended.
     *
     * @param waitKey the event that began the wait
     */
    record ContestMoved(
            UUID ticketId,
            UUID clientId,
            String priority,
            UUID contestId,
            ContestState state,
            String waitKey,
            WaitReason waitReason,
            Instant waitFrom) {
        static final String CONTESTED = "WaitContested";
        static final String SETTLED = "ContestSettled";
        static final String WITHDRAWN = "ContestWithdrawn";
    }

    record ClockCorrected(
            UUID ticketId,
            UUID clientId,
            String priority,
            ClockKind clock,
            String cycle,
            String was,
            String is,
            String because) {}
}
