package dev.remit.tickets.rulings;

import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.WorkConditions;
import dev.remit.tickets.intake.PinnedTerms;
import java.util.List;
import java.util.UUID;

/**
 * What a ticket would run under and how its work would be ruled, with a version in force that nobody has signed.
 *
 * @param ruledUnder the agreement whose service levels would apply; null for the master
 * @param workItems those that would be ruled again
 */
public record CandidateRuling(PinnedTerms pin, UUID ruledUnder, List<Item> workItems) {

    /**
     * A work item.
     *
     * @param before what stands; null where nothing was ruled
     * @param told as other services would hear of the ruling
     */
    public record Item(UUID workItemId, int number, Ruled before, Ruled after, WorkItemRuled told) {

        /** Whether the verdict, its clause or how some of the work is treated would be another. */
        public boolean isOther() {
            return !after.equals(before);
        }
    }

    /**
     * What a ruling comes to, whatever version it is by.
     *
     * @param clause the number of the clause that gives the headline; null where none does
     * @param cases how each piece of work is treated
     */
    public record Ruled(Verdict verdict, String clause, boolean approvalRequired, List<Case> cases) {

        static Ruled of(RulingAnswer answer) {
            return new Ruled(
                    answer.verdict(),
                    answer.clause() == null ? null : answer.clause().id(),
                    answer.approvalRequired(),
                    answer.cases() == null
                            ? List.of()
                            : answer.cases().stream().map(Case::of).toList());
        }
    }

    /**
     * How some of the work is treated.
     *
     * @param clause its number; null where a person has it treated so
     * @param when of which work; null is all
     */
    public record Case(int rank, String clause, WorkConditions when, Treatment treatment) {

        static Case of(RulingCase ruled) {
            return new Case(
                    ruled.rank(), ruled.clause() == null ? null : ruled.clause().id(), ruled.when(), ruled.treatment());
        }
    }
}
