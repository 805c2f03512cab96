package dev.remit.tickets.rulings;

import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.WorkItemFacts;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.rulings.RulingInputs.Found;
import dev.remit.tickets.workitems.WorkItem;
import java.time.Instant;
import java.util.UUID;

/** Puts an engine's ruling and what it rests on into the words that are kept. */
final class RulingDraft {
    private RulingDraft() {}

    /**
     * @param terms null where no agreement was in force
     * @param byHand how a person has the work treated; null for what the engine answers
     */
    static RulingText text(
            UUID id,
            Ticket ticket,
            WorkItem workItem,
            RulingInputs inputs,
            CompiledTerms terms,
            Ruling ruling,
            TreatmentByHand byHand,
            RulingReason occasion,
            Instant now) {
        RulingAnswer byClauses = RulingAnswer.of(ruling, terms);
        return new RulingText(
                RulingText.SCHEMA,
                id,
                ticket.id(),
                workItem.id(),
                workItem.rulingCount() + 1,
                occasion,
                now,
                byHand == null ? byClauses : RulingAnswer.of(ruling.treated(byHand), terms),
                byHand,
                byHand == null ? null : byClauses.by(null),
                inputs,
                EngineVersion.ENGINE);
    }

    /** What is known of the work; of a confidential ticket's title only what of the catalogue was found in it. */
    static RulingInputs inputs(Ticket ticket, PinnedTerms pin, KnownWork known) {
        WorkItemFacts facts = known.facts();
        return new RulingInputs(
                ticket.factsHash(),
                pin.hasTerms() ? pin.documents() : null,
                known.catalogue().hash(),
                facts.itemCode(),
                facts.board(),
                facts.type(),
                facts.subtype(),
                facts.item(),
                ticket.isConfidential() ? null : facts.title(),
                ticket.isConfidential() ? Found.of(known.found()) : null,
                facts.recognisedBefore(),
                facts.ticketClass(),
                facts.priority(),
                facts.site(),
                facts.requester(),
                facts.planned(),
                facts.workDate(),
                pin.zone().getId(),
                EngineVersion.tzdb(pin.zone()));
    }
}
