package dev.remit.engines.compliance;

import dev.remit.engines.money.Fraction;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a promise stands over a period: as it is, and with the late ones taken away that were excused for a reason that the
 * promise excludes. Neither hides the other.
 *
 * @param figures of the clocks that it is about
 * @param excused how many late ones are taken away in the second reading
 * @param asItIs what has come of it when no excuse counts
 * @param withExcuses what has come of it as it was agreed
 * @param budget how many more may be missed; null unless the period is under way
 */
public record PromiseReading(
        CompliancePromise promise,
        CompliancePeriod period,
        ComplianceFigures figures,
        long excused,
        PromiseState asItIs,
        PromiseState withExcuses,
        MissBudget budget) {

    /**
     * @param figures of the clocks that the promise is about
     * @param today the local date by which it is read
     */
    public static PromiseReading of(
            CompliancePromise promise, CompliancePeriod period, ComplianceFigures figures, LocalDate today) {
        long excused = figures.excusedFor(promise.exclusions());
        boolean over = today.isAfter(period.last());
        MissBudget budget = period.holds(today)
                ? MissBudget.of(period, promise.percent(), figures.met(), figures.breached() - excused, today)
                : null;
        return new PromiseReading(
                promise,
                period,
                figures,
                excused,
                over ? state(promise, figures, 0) : PromiseState.OPEN,
                over ? state(promise, figures, excused) : PromiseState.OPEN,
                budget);
    }

    private static PromiseState state(CompliancePromise promise, ComplianceFigures figures, long taken) {
        long counted = figures.counted() - taken;
        if (counted == 0 || figures.counted() < promise.minimum()) {
            return PromiseState.NOT_PROMISED;
        }
        return counted - figures.met() <= MissBudget.allowed(counted, promise.percent())
                ? PromiseState.KEPT
                : PromiseState.MISSED;
    }

    /** The share that was met, of 1, when no excuse counts; empty where none counts. */
    public Optional<Fraction> share() {
        return figures.share();
    }

    /** The same as it was agreed. */
    public Optional<Fraction> shareWithExcuses() {
        return figures.share(excused);
    }
}
