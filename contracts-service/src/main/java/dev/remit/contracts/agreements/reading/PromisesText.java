package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.Compliance;
import dev.remit.contracts.agreements.terms.Exclusion;
import dev.remit.contracts.agreements.terms.Period;
import java.util.List;

/** How many of a period's targets are promised to be met, in words. */
final class PromisesText {
    private PromisesText() {}

    static List<String> of(List<Compliance> promises) {
        return promises.stream().map(PromisesText::of).toList();
    }

    private static String of(Compliance promise) {
        String tickets = promise.priorities().isEmpty()
                ? "all tickets"
                : "tickets of priority " + Words.either(promise.priorities());
        String minimum = promise.minimumCount() == null
                ? ""
                : ", if at least " + promise.minimumCount() + " of them ended or fell due in it";
        String excused = promise.exclusions().isEmpty()
                ? " Nothing excuses one that was missed."
                : " One that was missed may be excused, and is then counted beside, where it was missed "
                        + causes(promise.exclusions()) + ".";
        return "Of the targets for " + Words.plain(promise.clock().name()) + " of " + tickets + ", "
                + promise.percent() + " % are met in each " + period(promise.period()) + minimum + "." + excused
                + " See clause " + promise.clause() + ".";
    }

    static String causes(List<Exclusion> exclusions) {
        return Words.either(exclusions.stream().map(PromisesText::words).toList());
    }

    static String period(Period period) {
        return switch (period) {
            case MONTH -> "month";
            case QUARTER -> "quarter of the calendar year";
            case YEAR -> "calendar year";
        };
    }

    private static String words(Exclusion exclusion) {
        return switch (exclusion) {
            case MAINTENANCE -> "in a maintenance window that was announced";
            case CLIENT_DUTY -> "because you had not done your part";
            case FORCE_MAJEURE -> "by what nobody could help";
        };
    }
}
