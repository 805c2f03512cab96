package dev.remit.contracts.agreements.lint;

import dev.remit.engines.delivery.DeliveryParameter;
import dev.remit.engines.money.Fraction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each figure that is promised has a name of its own, and can be kept and missed. */
final class ParameterLint implements LintRule {
    private static final Fraction ALL = Fraction.of(100, 1);

    @Override
    public void check(LintCase lintCase, Findings findings) {
        List<DeliveryParameter> parameters = lintCase.document().parameters();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            DeliveryParameter parameter = parameters.get(i);
            String path = "parameters[" + i + "]";
            if (!seen.add(parameter.code())) {
                findings.add(
                        FindingCode.REPEATED_PARAMETER,
                        path + ".code",
                        "There is another parameter " + parameter.code() + ": what is measured of one would be held"
                                + " against both.");
            }
            checkBounds(parameter, path, findings);
            if (parameter.exclusions().isEmpty()) {
                findings.add(
                        FindingCode.NOTHING_EXCUSED,
                        path + ".exclusions",
                        "It excludes nothing: a failure in an announced maintenance window counts like any other.");
            }
        }
    }

    private static void checkBounds(DeliveryParameter parameter, String path, Findings findings) {
        if (parameter.isShare() && isAtLeast(parameter) && parameter.atLeast().compareTo(ALL) > 0) {
            findings.add(
                    FindingCode.UNREACHABLE_PARAMETER, path + ".atLeast", "No share of a hundred is above a hundred.");
        }
        boolean always = isAtLeast(parameter)
                ? parameter.atLeast().signum() == 0
                : parameter.isShare() && parameter.atMost().compareTo(ALL) >= 0;
        if (always) {
            findings.add(
                    FindingCode.PARAMETER_NEVER_MISSED,
                    path + (isAtLeast(parameter) ? ".atLeast" : ".atMost"),
                    "Whatever is measured keeps it.");
        }
    }

    private static boolean isAtLeast(DeliveryParameter parameter) {
        return parameter.atLeast() != null;
    }
}
