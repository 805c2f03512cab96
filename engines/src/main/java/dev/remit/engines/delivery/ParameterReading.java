package dev.remit.engines.delivery;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.money.Fraction;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a delivery parameter stands over a period: as it was measured, and without what the agreement excludes. Neither hides
 * the other.
 *
 * @param measurement what was measured so far; empty where nobody has said
 * @param asItIs what has come of it when nothing is excluded
 * @param withExclusions what has come of it as it was agreed
 */
public record ParameterReading(
        DeliveryParameter parameter,
        CompliancePeriod period,
        Optional<Measurement> measurement,
        ParameterState asItIs,
        ParameterState withExclusions) {

    /**
     * @param measurement what was measured; null where nobody has said
     * @param today the local date by which it is read
     */
    public static ParameterReading of(
            DeliveryParameter parameter, CompliancePeriod period, Measurement measurement, LocalDate today) {
        ParameterReading read = new ParameterReading(
                parameter, period, Optional.ofNullable(measurement), ParameterState.OPEN, ParameterState.OPEN);
        if (!today.isAfter(period.last())) {
            return read;
        }
        return new ParameterReading(
                parameter,
                period,
                read.measurement,
                read.state(read.figure()),
                read.state(read.figureWithExclusions()));
    }

    private ParameterState state(Optional<Fraction> figure) {
        if (measurement.isEmpty()) {
            return ParameterState.NOT_MEASURED;
        }
        return figure.map(measured -> parameter.isKeptBy(measured) ? ParameterState.KEPT : ParameterState.MISSED)
                .orElse(ParameterState.NOT_PROMISED);
    }

    /** What was measured, in the parameter's unit; empty where nothing was. */
    public Optional<Fraction> figure() {
        return measurement.map(Measurement::counts).flatMap(parameter::figure);
    }

    /** What was measured without what the agreement excludes; empty where nothing is left. */
    public Optional<Fraction> figureWithExclusions() {
        return countsWithExclusions().flatMap(parameter::figure);
    }

    /** What counts as it was agreed; empty where nothing was measured. */
    public Optional<Counts> countsWithExclusions() {
        return measurement.map(measured -> measured.without(parameter.exclusions()));
    }
}
