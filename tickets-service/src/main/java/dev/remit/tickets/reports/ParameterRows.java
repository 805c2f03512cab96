package dev.remit.tickets.reports;

import dev.remit.engines.delivery.ParameterState;
import dev.remit.tickets.measurements.MeasurementView;
import dev.remit.tickets.measurements.ParametersView;
import dev.remit.tickets.measurements.ParametersView.ParameterView;
import java.util.List;

/** The figures of the service on a client's page, as rows of text. */
final class ParameterRows {
    private ParameterRows() {}

    static List<List<String>> of(ParametersView parameters) {
        return parameters.parameters().stream().map(ParameterRows::row).toList();
    }

    private static List<String> row(ParameterView parameter) {
        return List.of(
                parameter.name(),
                parameter.clause() == null ? "" : parameter.clause(),
                parameter.period(),
                (parameter.atLeast() == null ? "at most " + parameter.atMost() : "at least " + parameter.atLeast())
                        + " " + parameter.unit(),
                counted(parameter.measurement()),
                figure(parameter.figure(), parameter.unit()),
                state(parameter.asItIs()),
                figure(parameter.figureWithExclusions(), parameter.unit()),
                state(parameter.withExclusions()));
    }

    private static String counted(MeasurementView measured) {
        return measured == null ? "" : measured.numerator() + " of " + measured.denominator();
    }

    private static String figure(String figure, String unit) {
        return figure == null ? "" : figure + " " + unit;
    }

    private static String state(ParameterState state) {
        return switch (state) {
            case OPEN -> "not over";
            case NOT_MEASURED -> "not measured";
            case NOT_PROMISED -> "nothing to count";
            case KEPT -> "kept";
            case MISSED -> "missed";
        };
    }
}
