package dev.remit.tickets.reports;

import dev.remit.engines.compliance.CompliancePeriod;
import dev.remit.engines.compliance.PromiseState;
import dev.remit.engines.explanation.Words;
import dev.remit.engines.sla.Owner;
import dev.remit.tickets.clients.Client;
import dev.remit.tickets.clocks.BreachExcuse;
import dev.remit.tickets.clocks.CountedCycle;
import dev.remit.tickets.compliance.ComplianceView;
import dev.remit.tickets.compliance.ComplianceView.ClockCompliance;
import dev.remit.tickets.compliance.FiguresView;
import dev.remit.tickets.compliance.PromisesView;
import dev.remit.tickets.compliance.PromisesView.PromiseView;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.measurements.ParametersView;
import dev.remit.tickets.reports.DurationsView.ClockDurations;
import dev.remit.tickets.reports.ReopeningsView.TicketNumbers;
import dev.remit.tickets.reports.WaitsView.ApproverTime;
import dev.remit.tickets.reports.WaitsView.LongestWait;
import dev.remit.tickets.reports.WaitsView.OwnerTime;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template of a client's page shows. Everything is text already, so that the page has nothing to decide. */
record ClientReportPage(
        String client,
        String period,
        String counted,
        List<String> summary,
        List<List<String>> promises,
        List<List<String>> parameters,
        List<List<String>> clocks,
        List<List<String>> months,
        List<BreachText> breaches,
        String unsaid,
        List<List<String>> waits,
        List<List<String>> approvers,
        List<String> longest,
        List<List<String>> durations,
        List<List<String>> reopenings,
        List<List<String>> ages) {

    private static final String CONFIDENTIAL = "a confidential ticket";

    /** The template, checked when the service is built. */
    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance clientReport(ClientReportPage page);
    }

    /** The reports of a client's period. */
    record Parts(
            ComplianceView compliance,
            PromisesView promises,
            ParametersView parameters,
            List<Trend> trend,
            WaitsView waits,
            DurationsView durations,
            ReopeningsView reopenings,
            AgeingView ageing) {}

    /** A month's figures. */
    record Trend(YearMonth month, FiguresView figures) {}

    /**
     * A late run of a clock.
     *
     * @param why in words
     */
    record Breach(Ticket ticket, CountedCycle cycle, String why, Optional<BreachExcuse> excuse) {}

    /** The same as the page shows it. */
    record BreachText(String ticket, String title, String clock, String why, String excuse) {}

    static ClientReportPage of(
            Client client, CompliancePeriod period, Instant now, Parts parts, List<Breach> breaches, boolean more) {
        ZoneId zone = client.zone();
        return new ClientReportPage(
                client.name(),
                name(period),
                Words.moment(now, zone) + ", " + zone,
                summary(parts),
                parts.promises().promises().stream()
                        .map(ClientReportPage::promise)
                        .toList(),
                ParameterRows.of(parts.parameters()),
                parts.compliance().clients().stream()
                        .flatMap(of -> of.clocks().stream())
                        .map(ClientReportPage::clock)
                        .toList(),
                parts.trend().stream().map(ClientReportPage::month).toList(),
                breaches.stream().map(ClientReportPage::breach).toList(),
                more ? "Only the first " + breaches.size() + " are told here." : "",
                parts.waits().total().owners().stream()
                        .map(ClientReportPage::owner)
                        .toList(),
                parts.waits().clients().stream()
                        .flatMap(of -> of.approvers().stream())
                        .map(ClientReportPage::approver)
                        .toList(),
                parts.waits().longest().stream()
                        .map(wait -> longest(wait, zone))
                        .toList(),
                parts.durations().clients().stream()
                        .flatMap(of -> of.clocks().stream())
                        .map(ClientReportPage::duration)
                        .toList(),
                parts.reopenings().reopenings().stream()
                        .map(one -> List.of(
                                one.ticket().externalId(), one.priority(), Words.moment(one.reopenedAt(), zone)))
                        .toList(),
                ages(parts.ageing()));
    }

    String html() {
        return Templates.clientReport(this).render();
    }

    private static String name(CompliancePeriod period) {
        return switch (period.length()) {
            case MONTH -> name(YearMonth.from(period.first()));
            case QUARTER ->
                "quarter " + period.toString().substring(6) + " of "
                        + period.first().getYear();
            case YEAR -> period.toString();
        };
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear();
    }

    private static List<String> summary(Parts parts) {
        List<String> summary = new ArrayList<>();
        FiguresView all = parts.compliance().total();
        if (all.counted() == 0) {
            summary.add("No target was met or missed.");
        } else {
            summary.add("Targets met: " + all.met() + " of " + all.counted() + ", which is " + all.percent() + " %"
                    + (all.excused().isEmpty() || all.percentWithExcuses() == null
                            ? "."
                            : ", and " + all.percentWithExcuses() + " % without those that were excused."));
        }
        if (all.contested() != null) {
            summary.add("You contest some of this. When it is settled, the share that was met will be from "
                    + percent(all.contested().percentFrom()) + " to "
                    + percent(all.contested().percentTo()) + ".");
        }
        TicketNumbers tickets = parts.reopenings().total();
        summary.add("Tickets that came in: " + tickets.created() + ". Resolved: " + tickets.resolved()
                + ". Ended without a resolution, as those that were merged or withdrawn: " + tickets.cancelled()
                + ". Reopened: " + tickets.reopened() + ".");
        summary.add("Tickets open when this was counted: " + parts.ageing().number() + ".");
        return summary;
    }

    private static List<String> promise(PromiseView promise) {
        return List.of(
                plain(promise.clock().name()) + ", "
                        + (promise.priorities().isEmpty()
                                ? "all priorities"
                                : "priority " + String.join(", ", promise.priorities())),
                promise.clause() == null ? "" : promise.clause(),
                promise.period(),
                promise.promisedPercent() + " %",
                promise.figures().met() + " of " + promise.figures().counted(),
                percent(promise.figures().percent()),
                state(promise.asItIs()),
                percent(promise.percentWithExcuses()),
                state(promise.withExcuses()));
    }

    private static String state(PromiseState state) {
        return switch (state) {
            case OPEN -> "not over";
            case KEPT -> "kept";
            case MISSED -> "missed";
            case NOT_PROMISED -> "too few to hold";
        };
    }

    private static List<String> clock(ClockCompliance of) {
        FiguresView figures = of.figures();
        return Stream.concat(
                        Stream.of(of.priority(), plain(of.clock().name())),
                        Stream.concat(
                                figures(figures).stream(),
                                Stream.of(
                                        figures.excused().stream()
                                                .map(one -> plain(one.reason()) + ": " + one.number())
                                                .collect(Collectors.joining(", ")),
                                        figures.leftOut().stream()
                                                .map(one -> plain(one.reason().name()) + ": " + one.number())
                                                .collect(Collectors.joining(", ")))))
                .toList();
    }

    private static List<String> figures(FiguresView figures) {
        return List.of(
                figures.met() + " of " + figures.counted(),
                percent(figures.percent()),
                percent(figures.percentWithExcuses()));
    }

    private static List<String> month(Trend month) {
        return Stream.concat(Stream.of(name(month.month())), figures(month.figures()).stream())
                .toList();
    }

    /** A confidential ticket is named by its number alone. */
    private static BreachText breach(Breach breach) {
        Ticket ticket = breach.ticket();
        String excuse = breach.excuse()
                .map(one -> "Excused: " + plain(one.reason().name())
                        + (ticket.isConfidential() ? "." : ", " + one.note() + "."))
                .orElse("");
        return new BreachText(
                ticket.externalId(),
                ticket.isConfidential() ? CONFIDENTIAL : ticket.title(),
                breach.cycle().priority() + ", " + plain(breach.cycle().clock().name()),
                breach.why(),
                excuse);
    }

    private static List<String> owner(OwnerTime of) {
        return List.of(
                owner(of.owner()),
                Words.time(of.seconds()),
                of.realSeconds() == null ? "" : Words.time(of.realSeconds()),
                of.tickets() == null ? "" : of.tickets().toString(),
                of.waits() == null ? "" : of.waits().toString());
    }

    private static String owner(Owner owner) {
        return switch (owner) {
            case CLIENT -> "waiting for you";
            case VENDOR -> "waiting for a supplier";
            case APPROVAL -> "waiting for a decision on a quote";
            case MSP -> "with us";
            case CLOSED -> "outside working hours";
            case ENDED -> "after the end";
        };
    }

    private static List<String> approver(ApproverTime of) {
        return List.of(
                of.approver() == null ? "not known" : of.approver(),
                Words.time(of.seconds()),
                Words.time(of.realSeconds()),
                String.valueOf(of.tickets()),
                String.valueOf(of.waits()));
    }

    private static String longest(LongestWait wait, ZoneId zone) {
        return "Longest " + owner(wait.owner()) + (wait.approver() == null ? "" : " (" + wait.approver() + ")")
                + ": ticket " + wait.ticket().externalId() + ", from " + Words.moment(wait.from(), zone) + ", "
                + Words.time(wait.seconds()) + " of working time, " + Words.time(wait.realSeconds()) + " in all"
                + (wait.goesOn() ? ", and it goes on." : ".");
    }

    private static List<String> duration(ClockDurations of) {
        return List.of(
                of.priority(),
                plain(of.clock().name()),
                String.valueOf(of.number()),
                Words.time(of.medianSeconds()),
                Words.time(of.percentile80Seconds()),
                Words.time(of.percentile95Seconds()));
    }

    private static List<List<String>> ages(AgeingView ageing) {
        List<List<String>> rows = new ArrayList<>();
        for (AgeingView.AgeBand band : ageing.bands()) {
            rows.add(List.of(
                    band.underDays() == null
                            ? "older"
                            : "under " + band.underDays() + (band.underDays() == 1 ? " day" : " days"),
                    String.valueOf(band.number())));
        }
        return rows;
    }

    private static String percent(String percent) {
        return percent == null ? "" : percent + " %";
    }

    /** {@code FORCE_MAJEURE} as {@code force majeure}. */
    private static String plain(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ENGLISH);
    }
}
