package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.ComplianceFigures;
import dev.remit.engines.compliance.ComplianceRange;
import dev.remit.engines.compliance.LeftOut;
import dev.remit.engines.money.Fraction;
import dev.remit.kit.http.MayBeAbsent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many clocks were met and how many missed. The excused ones are among those that were missed.
 *
 * @param met how many ended in time
 * @param breached how many were late
 * @param counted both together, by which met is divided
 * @param percent the share that was met, rounded down to a hundredth; absent where none counts
 * @param percentWithExcuses the same without those that were excused; absent where none counts then
 * @param excused how many of those that were late were excused, by the reason
 * @param leftOut how many have no part in this, by the reason
 * @param contested between what the shares lie while the client contests something; absent where it contests nothing of this
 */
@Schema(name = "ComplianceFigures")
public record FiguresView(
        long met,
        long breached,
        long counted,
        @MayBeAbsent @Schema(examples = "94.87") String percent,
        @MayBeAbsent @Schema(examples = "97.36") String percentWithExcuses,
        List<ExcusedNumber> excused,
        List<LeftOutNumber> leftOut,
        @MayBeAbsent Range contested) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How many were excused for a reason. */
    @Schema(name = "ExcusedClocks")
    public record ExcusedNumber(String reason, long number) {}

    /** How many are left out for a reason. */
    @Schema(name = "ClocksLeftOut")
    public record LeftOutNumber(LeftOut reason, long number) {}

    /**
     * Between what shares lie until all that is contested is settled. Each of them is absent where none counts then.
     *
     * @param percentFrom the lowest share that was met, as {@code percent} gives it
     * @param percentTo the highest
     */
    @Schema(name = "ComplianceRange")
    public record Range(
            @MayBeAbsent @Schema(examples = "92.30") String percentFrom,
            @MayBeAbsent @Schema(examples = "94.87") String percentTo,
            @MayBeAbsent @Schema(examples = "94.73") String percentWithExcusesFrom,
            @MayBeAbsent @Schema(examples = "97.36") String percentWithExcusesTo) {

        static Range of(ComplianceRange range) {
            ComplianceFigures lowest = range.lowest();
            ComplianceFigures highest = range.highest();
            return new Range(
                    percent(lowest.share()),
                    percent(highest.share()),
                    percent(lowest.share(lowest.excusedInAll())),
                    percent(highest.share(highest.excusedInAll())));
        }
    }

    static FiguresView of(CountedMonths counted) {
        ComplianceFigures figures = counted.sum();
        return new FiguresView(
                figures.met(),
                figures.breached(),
                figures.counted(),
                percent(figures.share()),
                percent(figures.share(figures.excusedInAll())),
                figures.excused().entrySet().stream()
                        .map(excused -> new ExcusedNumber(excused.getKey(), excused.getValue()))
                        .toList(),
                figures.leftOut().entrySet().stream()
                        .map(out -> new LeftOutNumber(out.getKey(), out.getValue()))
                        .toList(),
                counted.range().map(Range::of).orElse(null));
    }

    /** Rounded down, so that nothing is shown as a hundred that is not; null where there is none. */
    static String percent(Optional<Fraction> share) {
        return share.map(of -> BigDecimal.valueOf(of.numerator())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(of.denominator()), 2, RoundingMode.DOWN)
                        .toPlainString())
                .orElse(null);
    }
}
