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
 * @param includedVolume how much is included; null where there is no such limit
 * @param usedBefore how much of it was used before this work item; null without an included volume
 * @param workType what the work is charged as; may be null
 * @param estimateMinutes the usual effort; may be null
 * @param approval whether a decision is needed first; null for the default: needed if the work comes out as EXTRA
 */
public record RulingCase(
        int rank,
        CaseAgreement agreement,
        Clause clause,
        WorkConditions when,
        Treatment treatment,
        IncludedVolume includedVolume,
        Long usedBefore,
        String workType,
        Long estimateMinutes,
        Approval approval) {

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
        if ((includedVolume == null) != (usedBefore == null)) {
            throw new InvalidInput("usedBefore", "must stand with includedVolume and not without");
        }
        if (usedBefore != null && usedBefore < 0) {
            throw new InvalidInput("usedBefore", "must be from 0 to " + Long.MAX_VALUE);
        }
        if (when != null && when.count() == 0) {
            when = null;
        }
    }

    /**
     * The one case of a ruling by hand, which speaks of all work.
     *
     * @param agreement whose prices apply; may be null
     * @param like a case that says what such work is charged as and how long it takes; null where none does
     * @param approval whether a decision is needed first; null for the default
     */
    static RulingCase byHand(CaseAgreement agreement, Treatment treatment, RulingCase like, Approval approval) {
        return new RulingCase(
                1,
                agreement,
                null,
                null,
                treatment,
                null,
                null,
                like == null ? null : like.workType(),
                like == null ? null : like.estimateMinutes(),
                approval);
    }

    /** Of which work it speaks. */
    WorkConditions conditions() {
        return when == null ? WorkConditions.ALL : when;
    }

    RuleTerms terms() {
        return new RuleTerms(treatment, includedVolume, workType, approval);
    }

    boolean speaksOf(PieceOfWork piece) {
        return conditions().hold(piece, workType);
    }

    /** Whether some of the included volume was left for this work item, which then takes one of it. */
    public boolean consumesVolume() {
        return includedVolume != null && usedBefore < includedVolume.count();
    }

    /** What work comes out as that it speaks of. */
    public Verdict verdict() {
        return consumesVolume() ? Verdict.INCLUDED : terms().verdict();
    }

    /** Whether the client must decide before such work. */
    public boolean approvalRequired() {
        return terms().needsApproval(verdict());
    }
}
