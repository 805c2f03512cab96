package dev.remit.tickets.rulings;

import dev.remit.engines.scope.Verdict;
import dev.remit.tickets.intake.Pin;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What other services hear of a ruling; once more with the same sequence when it becomes FROZEN, and when it holds no
 * longer because the ticket is not that client's.
 *
 * @param clientId null while nobody knows whose ticket it is, as are the next three
 */
record WorkItemRuled(
        UUID ticketId,
        String connection,
        String externalId,
        UUID workItemId,
        UUID clientId,
        String clientCode,
        String siteCode,
        String siteZone,
        String title,
        boolean confidential,
        UUID rulingId,
        int sequence,
        Verdict verdict,
        RulingStatus status,
        String item,
        RulingText.Clause clause,
        Agreement agreement,
        boolean approvalRequired,
        String workType,
        Long estimateMinutes,
        String reason,
        Instant ruledAt) {

    static final String TYPE = "WorkItemRuled";

    /** The version that was ruled by. */
    record Agreement(UUID agreementId, int version, String documentHash, String contentHash) {}

    static WorkItemRuled of(Ticket ticket, Pin pin, WorkItem workItem, RulingText ruling) {
        RulingText.Agreement by = ruling.agreement();
        return new WorkItemRuled(
                ticket.id(),
                ticket.connectionName(),
                ticket.externalId(),
                workItem.id(),
                pin.clientId(),
                pin.clientCode(),
                pin.siteCode(),
                pin.zone().getId(),
                title(ticket, workItem),
                ticket.isConfidential(),
                ruling.rulingId(),
                ruling.sequence(),
                ruling.verdict(),
                RulingStatus.of(workItem),
                ruling.item(),
                ruling.clause(),
                by == null ? null : new Agreement(by.agreementId(), by.version(), by.documentHash(), by.contentHash()),
                ruling.approvalRequired(),
                ruling.workType(),
                ruling.estimateMinutes(),
                ruling.silentReason() == null ? null : ruling.silentReason().name(),
                ruling.ruledAt());
    }

    /** Takes a ruling back: nothing is said of the work until another is given, and that is silence. */
    static WorkItemRuled awaiting(Ticket ticket, WorkItem workItem, RulingText last) {
        Optional<Pin> pin = ticket.pin();
        return new WorkItemRuled(
                ticket.id(),
                ticket.connectionName(),
                ticket.externalId(),
                workItem.id(),
                pin.map(Pin::clientId).orElse(null),
                pin.map(Pin::clientCode).orElse(null),
                pin.map(Pin::siteCode).orElse(null),
                pin.map(known -> known.zone().getId()).orElse(null),
                title(ticket, workItem),
                ticket.isConfidential(),
                last.rulingId(),
                last.sequence(),
                Verdict.SILENT,
                RulingStatus.PROVISIONAL,
                null,
                null,
                null,
                false,
                null,
                null,
                "AWAITING_" + ticket.awaiting().orElseThrow(),
                last.ruledAt());
    }

    private static String title(Ticket ticket, WorkItem workItem) {
        return ticket.isConfidential() ? null : workItem.title().orElse(ticket.title());
    }
}
