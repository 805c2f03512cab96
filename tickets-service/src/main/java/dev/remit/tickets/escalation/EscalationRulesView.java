package dev.remit.tickets.escalation;

import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The escalation rules, in the order in which they were given. */
@Schema(name = "EscalationRules")
record EscalationRulesView(List<RuleView> rules) {

    /**
     * When somebody is told of a clock, and who.
     *
     * @param priorities of tickets of these priorities; empty for all, as are the next two
     * @param percent when so much of the target is used up; absent where the next says when
     * @param minutesFromDue when so many minutes of working time have passed after the due moment; below 0, before it; absent
     *     where {@code percent} says when
     * @param to who is written to, besides {@code people}
     * @param people who is written to, by login or address
     * @param since when it was given as it is; what a clock came to before is not told of
     */
    @Schema(name = "EscalationRule")
    record RuleView(
            UUID id,
            String name,
            ClockKind clock,
            List<String> priorities,
            List<String> ticketClasses,
            List<String> clientCodes,
            @MayBeAbsent Integer percent,
            @MayBeAbsent Integer minutesFromDue,
            List<Addressee> to,
            List<String> people,
            Instant since) {}

    static EscalationRulesView of(List<EscalationRule> rules) {
        return new EscalationRulesView(rules.stream()
                .map(rule -> new RuleView(
                        rule.id(),
                        rule.name(),
                        rule.clock(),
                        rule.priorities(),
                        rule.ticketClasses(),
                        rule.clientCodes(),
                        rule.percent(),
                        rule.minutesFromDue(),
                        rule.to(),
                        rule.people(),
                        rule.since()))
                .toList());
    }
}
