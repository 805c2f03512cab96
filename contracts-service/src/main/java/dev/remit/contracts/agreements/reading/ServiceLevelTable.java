package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.terms.DaysTarget;
import dev.remit.contracts.agreements.terms.ServiceLevel;
import dev.remit.engines.sla.ChangePolicy;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The service levels in words. */
final class ServiceLevelTable {
    private ServiceLevelTable() {}

    /**
     * A service level.
     *
     * @param remarks pauses, warnings and changes, where they are not the usual
     */
    record Row(
            String priority,
            String response,
            String plan,
            String update,
            String resolution,
            String hours,
            List<String> remarks,
            String clause) {}

    static List<Row> of(ReadingFacts facts) {
        return facts.terms().serviceLevels().stream()
                .map(level -> row(level, facts))
                .toList();
    }

    private static Row row(ServiceLevel level, ReadingFacts facts) {
        String sites = level.sites().isEmpty()
                ? ""
                : ", at "
                        + Words.either(
                                level.sites().stream().map(facts::siteName).toList());
        return new Row(
                level.priority() + (level.ticketClass() == null ? "" : ", " + Words.plain(level.ticketClass())) + sites,
                target(level, ClockKind.RESPONSE, level.responseMinutes(), level.response()),
                target(level, ClockKind.PLAN, level.planMinutes(), level.plan()),
                target(level, ClockKind.UPDATE, level.updateMinutes(), level.update()),
                target(level, ClockKind.RESOLUTION, level.resolutionMinutes(), level.resolution()),
                hours(level.calendar()),
                remarks(level),
                level.clause());
    }

    private static String hours(String calendar) {
        return switch (calendar) {
            case dev.remit.engines.agreement.ServiceLevel.ALWAYS -> "day and night";
            case dev.remit.engines.agreement.ServiceLevel.COVERAGE -> "hours of cover";
            default -> CalendarPage.name(calendar);
        };
    }

    private static String target(ServiceLevel level, ClockKind clock, Integer minutes, DaysTarget days) {
        if (minutes != null) {
            return Words.minutes(minutes);
        }
        if (days != null) {
            return (days.by().equals(Target.Days.CLOSE) ? "by the close" : "by " + days.by()) + " of the "
                    + Words.ordinal(days.businessDays()) + " business day after";
        }
        return level.noTarget().contains(clock) ? "no target" : "not said";
    }

    private static List<String> remarks(ServiceLevel level) {
        List<String> remarks = new ArrayList<>();
        if (Stream.of(level.response(), level.plan(), level.update(), level.resolution())
                .anyMatch(Objects::nonNull)) {
            remarks.add("A business day is a date on which the hours that count open. The date of the start is not one"
                    + " of them. Time for which a clock stands still moves the moment");
        }
        if (level.pauses() != null) {
            level.pauses()
                    .forEach((clock, waits) -> remarks.add(Words.capital(Words.plain(clock.name()))
                            + (waits.isEmpty()
                                    ? " waits for nothing"
                                    : " stands still while waiting for "
                                            + Words.either(waits.stream()
                                                    .map(wait -> Words.wait(wait))
                                                    .toList()))));
        }
        if (level.warningPercents() != null) {
            remarks.add(
                    level.warningPercents().isEmpty()
                            ? "Nobody is warned"
                            : "Warned at "
                                    + Words.all(level.warningPercents().stream()
                                            .map(percent -> percent + " %")
                                            .toList()));
        }
        if (level.onPriorityChange() != null) {
            remarks.add(
                    level.onPriorityChange() == ChangePolicy.CARRY
                            ? "A changed priority keeps the time that was used"
                            : "A changed priority starts its clocks anew");
        }
        return remarks;
    }
}
