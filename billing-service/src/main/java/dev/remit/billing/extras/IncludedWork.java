package dev.remit.billing.extras;

import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client got in a month for what they pay anyway.
 *
 * @param month of the work, by its local date at the site
 * @param worth what all of it would have cost by the rate card, one sum a currency
 */
@Schema(name = "IncludedWork", description = "What a client got in a month for what they pay anyway")
record IncludedWork(
        String clientCode,
        @Schema(examples = "2026-06") String month,

        @Schema(description = "Minutes as the rate card rounds them")
        long minutes,

        @Schema(description = "What all of it would have cost by the rate card, one sum a currency")
        List<MoneyJson> worth,

        @Schema(description = "By the clause that includes the work, in the order of their numbers")
        List<ByClause> clauses) {

    /**
     * The part of one clause.
     *
     * @param clauseId null where a person has the work treated as included, under no clause
     * @param ground why they have; null where a clause includes it
     * @param timeEntries with work of it
     * @param unpricedMinutes of these minutes, those for which the rate card has no rate
     */
    @Schema(name = "IncludedByClause")
    record ByClause(
            @MayBeAbsent @Schema(examples = "4.1") String clauseId,
            @MayBeAbsent String clauseTitle,

            @MayBeAbsent
            @Schema(
                    description =
                            "Why a person has the work treated as included, whatever clauses say; absent where a clause includes it")
            TreatmentByHand.Ground ground,

            long timeEntries,
            long minutes,

            @Schema(description = "Of these minutes, those for which the rate card has no rate")
            long unpricedMinutes,

            List<MoneyJson> worth) {}
}
