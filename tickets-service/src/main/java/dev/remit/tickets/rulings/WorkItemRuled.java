package dev.remit.tickets.rulings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.Verdict;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.CountedUnits;
import dev.remit.tickets.workitems.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What other services hear of a ruling; once more with the same sequence when it becomes FROZEN or PROVISIONAL again, and when
 * it holds no longer because the ticket is not that client's. Its parts are one flat object in the feed.
 *
 * @param sequence from 1 within the work item
 * @param quantity how many units somebody has counted, for a price by the unit; null while nobody has
 */
public record WorkItemRuled(
        @JsonUnwrapped Work work,
        @JsonUnwrapped Client client,
        UUID rulingId,
        int sequence,
        @JsonUnwrapped Answer answer,
        CountedUnits quantity,
        Instant ruledAt) {

    static final String TYPE = "WorkItemRuled";

    /**
     * The work that was ruled on.
     *
     * @param title null where it is confidential
     */
    record Work(
            UUID ticketId, String connection, String externalId, UUID workItemId, String title, boolean confidential) {

        static Work of(Ticket ticket, WorkItem workItem) {
            return new Work(
                    ticket.id(),
                    ticket.connectionName(),
                    ticket.externalId(),
                    workItem.id(),
                    ticket.isConfidential() ? null : workItem.title().orElse(ticket.title()),
                    ticket.isConfidential());
        }
    }

    /** Whose ticket it is; all null while nobody knows. */
    record Client(UUID clientId, String clientCode, String siteCode, String siteZone) {

        private static final Client UNKNOWN = new Client(null, null, null, null);

        static Client of(PinnedTerms pin) {
            return new Client(
                    pin.clientId(), pin.clientCode(), pin.siteCode(), pin.zone().getId());
        }
    }

    /**
     * What was ruled.
     *
     * @param agreement the version that was ruled by; null where none was in force
     * @param planned the work as it is planned, of which the verdict speaks; null for work in business hours
     * @param cases by which each piece of work is judged
     * @param byHand where a person departed from what the clauses say; null elsewhere
     * @param reason why the verdict is SILENT; null for every other
     */
    record Answer(
            Verdict verdict,
            RulingStatus status,
            String item,
            Clause clause,
            Agreement agreement,
            boolean approvalRequired,
            String workType,
            Long estimateMinutes,
            PieceOfWork planned,
            List<RulingCase> cases,
            ByHand byHand,
            String reason) {

        static Answer of(RulingText text, RulingStatus status) {
            RulingAnswer ruling = text.answer();
            return new Answer(
                    ruling.verdict(),
                    status,
                    ruling.item(),
                    ruling.clause(),
                    Agreement.of(ruling.agreement()),
                    ruling.approvalRequired(),
                    ruling.workType(),
                    ruling.estimateMinutes(),
                    text.inputs().planned(),
                    ruling.cases(),
                    text.byHand() == null ? null : ByHand.of(text),
                    ruling.silentReason() == null ? null : ruling.silentReason().name());
        }

        /** Silence, and nothing else. */
        static Answer none(String reason) {
            return new Answer(
                    Verdict.SILENT,
                    RulingStatus.PROVISIONAL,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    reason);
        }
    }

    /**
     * A person's treatment of the work.
     *
     * @param because in that person's words
     * @param byClauses what the clauses say
     */
    record ByHand(TreatmentByHand.Ground ground, String because, String by, ByClauses byClauses) {

        static ByHand of(RulingText text) {
            RulingReason occasion = text.occasion();
            return new ByHand(
                    text.byHand().ground(),
                    occasion.because(),
                    occasion.by(),
                    new ByClauses(text.byClauses().verdict(), text.byClauses().clause()));
        }
    }

    /** @param clause null where none decides */
    record ByClauses(Verdict verdict, Clause clause) {}

    /** The version that was ruled by. */
    record Agreement(UUID agreementId, int version, String documentHash, String contentHash) {

        static Agreement of(RulingAgreement by) {
            return by == null
                    ? null
                    : new Agreement(by.agreementId(), by.version(), by.documentHash(), by.contentHash());
        }
    }

    static WorkItemRuled of(Ticket ticket, PinnedTerms pin, WorkItem workItem, RulingText ruling) {
        return new WorkItemRuled(
                Work.of(ticket, workItem),
                Client.of(pin),
                ruling.rulingId(),
                ruling.sequence(),
                Answer.of(ruling, RulingStatus.of(workItem)),
                workItem.counted().orElse(null),
                ruling.ruledAt());
    }

    /** Takes a ruling back: nothing is said of the work until another is given, and that is silence. */
    static WorkItemRuled awaiting(Ticket ticket, WorkItem workItem, RulingText last) {
        return new WorkItemRuled(
                Work.of(ticket, workItem),
                ticket.pin().map(Client::of).orElse(Client.UNKNOWN),
                last.rulingId(),
                last.sequence(),
                Answer.none("AWAITING_" + ticket.awaiting().orElseThrow()),
                workItem.counted().orElse(null),
                last.ruledAt());
    }
}
