package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.scope.ScopeRule.Approval;

/**
 * One of the cases of a ruling: what a clause says of some of the work on a work item.
 *
 * @param rank from 1: the cases of an earlier rank are the narrower ones and go before those of a later
 * @param agreement whose clause it is, and whose prices apply; null where rules without a named agreement were asked
 * @param clause the clause, in the words that were signed; null where a person has the work treated so, whatever clauses say
 * @param when of which work it speaks; null is all
 * @param treatment how that is treated
 * @param price what it costs where it is EXTRA; null is by the hour
 * @param surcharge what it costs on top of the fee where it is INCLUDED; null is nothing
 * @param includedVolume how much is included; null where there is no such limit
 * @param ticketCount how a volume of tickets stood when this was ruled; null without one
 * @param workType what the work is charged as; may be null
 * @param estimateMinutes the usual effort; may be null
 * @param approval whether a decision is needed first; null for the default: needed if the work comes out as EXTRA
 * @param ground why a person has the work treated so; null where a clause says it
 */
public record RulingCase(
        int rank,
        CaseAgreement agreement,
        Clause clause,
        WorkConditions when,
        Treatment treatment,
        RulePrice price,
        Surcharge surcharge,
        IncludedVolume includedVolume,
        TicketCount ticketCount,
        String workType,
        Long estimateMinutes,
        Approval approval,
        TreatmentByHand.Ground ground) {

    /**
     * How a count of tickets stood.
     *
     * @param usedBefore how many were used before this work item
     * @param carriedIn how many were left of the period before; null is none
     */
    public record TicketCount(long usedBefore, Long carriedIn) {

        /** Checks the signs. */
        public TicketCount {
            if (usedBefore < 0) {
                throw new InvalidInput("usedBefore", "must be from 0 to " + Long.MAX_VALUE);
            }
            if (carriedIn != null && carriedIn < 1) {
                throw new InvalidInput("carriedIn", "must be from 1 to " + Long.MAX_VALUE);
            }
        }

        static TicketCount of(long usedBefore, long carriedIn) {
            return new TicketCount(usedBefore, carriedIn == 0 ? null : carriedIn);
        }

        /** How many were left of the period before. */
        long carried() {
            return carriedIn == null ? 0 : carriedIn;
        }
    }

    /**
     * Checks what has to be there.
     *
     * @throws InvalidInput naming the member
     */
    public RulingCase {
        InvalidInput.required(treatment, "treatment");
        if (rank < 1) {
            throw new InvalidInput("rank", "must be at least 1");
        }
        boolean ofTickets = includedVolume != null && !includedVolume.unit().isOfWork();
        if (ofTickets != (ticketCount != null)) {
            throw new InvalidInput("ticketCount", "must stand with a volume of tickets and not without");
        }
        if (when != null && when.count() == 0) {
            when = null;
        }
    }

    /** What a rule says, as a case of some rank. */
    static RulingCase of(int rank, Candidate candidate, IncludedVolume volume, TicketCount ticketCount) {
        ScopeRule rule = candidate.rule();
        RuleTerms terms = rule.terms();
        return new RulingCase(
                rank,
                candidate.scope().agreement().orElse(null),
                candidate.clause(),
                rule.conditions().work(),
                terms.treatment(),
                terms.price(),
                terms.surcharge(),
                volume,
                ticketCount,
                terms.workType(),
                rule.estimateMinutes(),
                terms.approval(),
                null);
    }

    /**
     * The one case of a ruling by hand, which speaks of all work.
     *
     * @param agreement whose prices apply; may be null
     * @param hand how the person has it treated, and why
     * @param like a case that says what such work is charged as and how long it takes; null where none does
     * @param price of EXTRA work; null is by the hour
     * @param approval whether a decision is needed first; null for the default
     */
    static RulingCase byHand(
            CaseAgreement agreement, TreatmentByHand hand, RulingCase like, RulePrice price, Approval approval) {
        return new RulingCase(
                1,
                agreement,
                null,
                null,
                hand.treatment(),
                price,
                null,
                null,
                null,
                like == null ? null : like.workType(),
                like == null ? null : like.estimateMinutes(),
                approval,
                hand.ground());
    }

    /** Of which work it speaks. */
    WorkConditions conditions() {
        return when == null ? WorkConditions.ALL : when;
    }

    RuleTerms terms() {
        return new RuleTerms(treatment, price, surcharge, includedVolume, workType, approval);
    }

    boolean speaksOf(PieceOfWork piece) {
        return conditions().hold(piece, workType);
    }

    /** How EXTRA work is charged. */
    public RulePrice.Kind priceKind() {
        return price == null ? RulePrice.Kind.HOURLY : price.kind();
    }

    /** Whether its volume is counted by the work that is done, so that the order of the work decides. */
    public boolean countsWork() {
        return includedVolume != null && includedVolume.unit().isOfWork();
    }

    /** Whether some of a volume of tickets was left for this work item, which then takes one of it. */
    public boolean consumesVolume() {
        return ticketCount != null && ticketCount.usedBefore() < includedVolume.count() + ticketCount.carried();
    }

    /** What work comes out as that it speaks of, if a volume that is counted by work is not used up. */
    public Verdict verdict() {
        return verdict(PieceOfWork.UNKNOWN);
    }

    /** What a piece of work comes out as that it speaks of. */
    Verdict verdict(PieceOfWork piece) {
        boolean included = countsWork() ? !piece.beyondVolume() : consumesVolume();
        return included ? Verdict.INCLUDED : terms().verdict();
    }

    /** Whether any work of which it speaks can come out as EXTRA. */
    public boolean canBeExtra() {
        return verdict(PieceOfWork.UNKNOWN.afterVolume()) == Verdict.EXTRA;
    }

    /** Whether the client must decide before such work. */
    public boolean approvalRequired() {
        return terms().needsApproval(verdict());
    }

    /** Whether the client must decide before some of the work of which it speaks. */
    public boolean canNeedApproval() {
        return canBeExtra() && terms().needsApproval(Verdict.EXTRA);
    }
}
