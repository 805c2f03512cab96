package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.CompliancePromise;
import dev.remit.engines.compliance.MissBudget;
import dev.remit.engines.compliance.PeriodLength;
import dev.remit.engines.compliance.PromiseReading;
import dev.remit.engines.compliance.PromiseState;
import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How what is promised over periods stands.
 *
 * @param period as it was asked for
 * @param asOf when it was counted
 * @param promises of all periods that meet the one that was asked for, by client and in the order of the agreements
 */
@Schema(name = "CompliancePromises")
public record PromisesView(@Schema(examples = "2026-11") String period, Instant asOf, List<PromiseView> promises) {

    /**
     * One promise over one period, as it is and as it was agreed.
     *
     * @param clause that promises it
     * @param priorities of which tickets; empty for all
     * @param promisedPercent how many in a hundred are to be met
     * @param minimumCount of clocks below which nothing is promised
     * @param exclusions for which reasons a late one may be excused
     * @param period over which it is counted here
     * @param to the last date of the period
     * @param excused how many late ones are excused for a reason that the promise excludes
     * @param percentWithExcuses the share that was met without these; absent where none counts then
     * @param asItIs what has come of it if no excuse counts
     * @param withExcuses what has come of it as it was agreed
     * @param budget how many more may be missed; absent unless the period is under way
     * @param contested what may come of it while the client contests something; absent where it contests nothing of this
     */
    @Schema(name = "CompliancePromiseState")
    public record PromiseView(
            String clientCode,
            UUID agreementId,
            int agreementVersion,
            String clause,
            ClockKind clock,
            List<String> priorities,
            @Schema(examples = "95") String promisedPercent,
            PeriodLength length,
            @MayBeAbsent Integer minimumCount,
            List<String> exclusions,
            @Schema(examples = "2026-11") String period,
            LocalDate from,
            LocalDate to,
            FiguresView figures,
            long excused,
            @MayBeAbsent @Schema(examples = "97.36") String percentWithExcuses,
            PromiseState asItIs,
            PromiseState withExcuses,
            @MayBeAbsent BudgetView budget,
            @MayBeAbsent ContestedPromise contested) {

        static PromiseView of(
                String clientCode,
                UUID agreementId,
                int agreementVersion,
                PromiseReading read,
                FiguresView figures,
                ContestedPromise contested) {
            CompliancePromise promise = read.promise();
            return new PromiseView(
                    clientCode,
                    agreementId,
                    agreementVersion,
                    promise.clause(),
                    promise.clock(),
                    promise.priorities(),
                    promise.percent().toString(),
                    promise.period(),
                    promise.minimumCount(),
                    promise.exclusions().stream().sorted().toList(),
                    read.period().toString(),
                    read.period().first(),
                    read.period().last(),
                    figures,
                    read.excused(),
                    FiguresView.percent(read.shareWithExcuses()),
                    read.asItIs(),
                    read.withExcuses(),
                    read.budget() == null ? null : BudgetView.of(read.budget()),
                    contested);
        }
    }

    /**
     * What may come of a promise until all that is contested is settled.
     *
     * @param lowest with each contested run as it lowers the share
     * @param highest with each as it raises it
     */
    @Schema(name = "ContestedPromise")
    record ContestedPromise(PromiseOutcome lowest, PromiseOutcome highest) {
        static ContestedPromise of(PromiseReading lowest, PromiseReading highest) {
            return new ContestedPromise(PromiseOutcome.of(lowest), PromiseOutcome.of(highest));
        }
    }

    /** What has come of a promise, as it is and as it was agreed. Shares are absent where none counts. */
    @Schema(name = "CompliancePromiseOutcome")
    record PromiseOutcome(
            @MayBeAbsent @Schema(examples = "92.30") String percent,
            @MayBeAbsent @Schema(examples = "94.73") String percentWithExcuses,
            PromiseState asItIs,
            PromiseState withExcuses) {

        static PromiseOutcome of(PromiseReading read) {
            return new PromiseOutcome(
                    FiguresView.percent(read.share()),
                    FiguresView.percent(read.shareWithExcuses()),
                    read.asItIs(),
                    read.withExcuses());
        }
    }

    /**
     * How many more clocks may be missed before the period ends with the promise broken, if what comes in goes on as it has.
     *
     * @param expected how many will count by the end of the period
     * @param allowed how many of them may be missed
     * @param missed how many have been, without those that are excused
     * @param left how many more may be
     * @param goneOn the date on which nothing will be left at this pace; absent where something will be at the end, nothing was
     *     missed so far, or nothing is left now
     */
    @Schema(name = "ComplianceBudget")
    public record BudgetView(
            long expected,
            long allowed,
            long missed,
            long left,
            @MayBeAbsent LocalDate goneOn) {
        static BudgetView of(MissBudget budget) {
            return new BudgetView(budget.expected(), budget.allowed(), budget.missed(), budget.left(), budget.goneOn());
        }
    }
}
