package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.Parameter;
import dev.remit.engines.delivery.DeliveryParameter;
import java.util.List;

/** The figures of the service that are promised, in words. */
final class ParametersText {
    private ParametersText() {}

    static List<String> of(List<Parameter> parameters) {
        return parameters.stream().map(ParametersText::of).toList();
    }

    private static String of(Parameter parameter) {
        String bound =
                parameter.atLeast() == null ? "at most " + parameter.atMost() : "at least " + parameter.atLeast();
        String excluded = parameter.exclusions().isEmpty()
                ? "Nothing is left out of the count."
                : "Left out of the count is what happened " + PromisesText.causes(parameter.exclusions()) + ".";
        return parameter.name() + ": " + bound + " " + parameter.unit() + " in each "
                + PromisesText.period(parameter.period()) + ", measured by: " + parameter.source() + ". " + excluded
                + (parameter.unit().equals(DeliveryParameter.PERCENT)
                        ? ""
                        : " The figure is what was counted, divided by of how many.")
                + " See clause " + parameter.clause() + ".";
    }
}
