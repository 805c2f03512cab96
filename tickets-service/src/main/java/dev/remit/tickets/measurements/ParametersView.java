package dev.remit.tickets.measurements;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.PeriodLength;
import dev.remit.engines.delivery.Counts;
import dev.remit.engines.delivery.DeliveryParameter;
import dev.remit.engines.delivery.ParameterReading;
import dev.remit.engines.delivery.ParameterState;
import dev.remit.engines.money.Fraction;
import dev.remit.kit.http.MayBeAbsent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the figures of the service that are promised stand.
 *
 * @param period as it was asked for
 * @param asOf when it was read
 * @param parameters over all their periods that meet the one that was asked for, by client and in the order of the agreements
 */
@Schema(name = "DeliveryParameters")
public record ParametersView(
        @Schema(examples = "2026-11") String period, Instant asOf, List<ParameterView> parameters) {

    /**
     * One parameter over one period, as it was measured and as it was agreed.
     *
     * @param clause that promises it
     * @param atLeast the least that keeps it; absent where there is a most
     * @param atMost the most that keeps it; absent where there is a least
     * @param source where its figures come from, as it was agreed
     * @param exclusions for which reasons a part of what was counted does not count
     * @param period over which it was measured here
     * @param to the last date of the period
     * @param measurement what was said last; absent where nobody has said anything, as are the figures
     * @param figure what was measured, rounded to the worse; absent where there was nothing to count
     * @param numeratorWithExclusions what counts as it was agreed
     * @param denominatorWithExclusions of how many
     * @param figureWithExclusions the figure of these; absent where nothing is left to count
     * @param asItIs what has come of it if nothing is excluded
     * @param withExclusions what has come of it as it was agreed
     */
    @Schema(name = "DeliveryParameterState")
    public record ParameterView(
            String clientCode,
            UUID agreementId,
            int agreementVersion,
            @MayBeAbsent String clause,
            String code,
            String name,
            @Schema(examples = "%") String unit,
            @MayBeAbsent @Schema(examples = "99.9") String atLeast,
            @MayBeAbsent String atMost,
            PeriodLength length,
            String source,
            List<String> exclusions,
            @Schema(examples = "2026-11") String period,
            LocalDate from,
            LocalDate to,
            @MayBeAbsent MeasurementView measurement,
            @MayBeAbsent @Schema(examples = "99.8611") String figure,
            @MayBeAbsent Long numeratorWithExclusions,
            @MayBeAbsent Long denominatorWithExclusions,
            @MayBeAbsent @Schema(examples = "99.9305") String figureWithExclusions,
            ParameterState asItIs,
            ParameterState withExclusions) {

        private static final int PLACES = 4;

        /** @param said what was said last; null where nobody has said anything */
        static ParameterView of(PromisedParameters.Promised promised, MeasurementView said, ParameterReading read) {
            DeliveryParameter parameter = read.parameter();
            CompliancePeriod period = read.period();
            Optional<Counts> counted = read.countsWithExclusions();
            return new ParameterView(
                    promised.client().code(),
                    promised.version().agreementId(),
                    promised.version().number(),
                    parameter.clause(),
                    parameter.code(),
                    parameter.name(),
                    parameter.unit(),
                    text(parameter.atLeast()),
                    text(parameter.atMost()),
                    parameter.period(),
                    parameter.source(),
                    parameter.exclusions().stream().sorted().toList(),
                    period.toString(),
                    period.first(),
                    period.last(),
                    said,
                    figure(parameter, read.figure()),
                    counted.map(Counts::numerator).orElse(null),
                    counted.map(Counts::denominator).orElse(null),
                    figure(parameter, read.figureWithExclusions()),
                    read.asItIs(),
                    read.withExclusions());
        }

        private static String text(Fraction bound) {
            return bound == null ? null : bound.toString();
        }

        /** Rounded to the worse, so that nothing is shown as kept that is not. */
        private static String figure(DeliveryParameter parameter, Optional<Fraction> figure) {
            RoundingMode worse = parameter.atLeast() == null ? RoundingMode.UP : RoundingMode.DOWN;
            return figure.map(measured -> BigDecimal.valueOf(measured.numerator())
                            .divide(BigDecimal.valueOf(measured.denominator()), PLACES, worse)
                            .stripTrailingZeros()
                            .toPlainString())
                    .orElse(null);
        }
    }
}
