package dev.remit.tickets.escalation;

import dev.remit.kit.http.ETags;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.clients.Clients;
import dev.remit.tickets.intake.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes the escalation rules, and has the tickets looked at to which they may apply. */
@ApplicationScoped
class EscalationChanges {
    private final EscalationRules rules;
    private final Clients clients;
    private final WakeUps wakeUps;
    private final TenantClock clock;
    private final Ids ids;

    EscalationChanges(EscalationRules rules, Clients clients, WakeUps wakeUps, TenantClock clock, Ids ids) {
        this.rules = rules;
        this.clients = clients;
        this.wakeUps = wakeUps;
        this.clock = clock;
        this.ids = ids;
    }

    /** The version of what was said; 0 where nothing was. */
    long version() {
        return rules.said().map(EscalationSettings::version).orElse(0L);
    }

    /** @throws Problem precondition-required, stale, validation */
    void change(String ifMatch, EscalationRulesBody wanted) {
        Optional<EscalationSettings> said = rules.said();
        ETags.requireMatch(ifMatch, said.map(EscalationSettings::version).orElse(0L));
        check(wanted.rules());
        EscalationSettings settings = said.orElseGet(() -> new EscalationSettings(ids.next()));
        settings.take(merged(settings.rules(), wanted.rules()));
        if (said.isEmpty()) {
            rules.persist(settings);
        }
        wakeUps.running();
        Duplicates.flush(rules.getEntityManager(), Map.of("uq_escalation_settings_of_tenant", ETags.stale()));
    }

    /** A rule that says what it said stays the same one, so that nobody is told again. */
    private List<EscalationRule> merged(List<EscalationRule> before, List<EscalationRuleBody> wanted) {
        Instant now = clock.now();
        List<EscalationRule> merged = new ArrayList<>();
        for (EscalationRuleBody body : wanted) {
            EscalationRule rule = body.rule(ids.next(), now);
            merged.add(before.stream()
                    .filter(known -> known.saysTheSameAs(rule))
                    .findFirst()
                    .orElse(rule));
        }
        return merged;
    }

    private void check(List<EscalationRuleBody> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            EscalationRuleBody rule = wanted.get(i);
            String field = "rules[" + i + "]";
            if ((rule.percent() == null) == (rule.minutesFromDue() == null)) {
                throw Problem.invalid(field + ".percent", "or minutesFromDue must say when, and not both", "when");
            }
            for (String code : rule.clientCodes() == null ? List.<String>of() : rule.clientCodes()) {
                if (clients.known(Clients.Name.ofCode(code)).isEmpty()) {
                    throw Problem.invalid(field + ".clientCodes", "names no client: " + code, "unknown");
                }
            }
        }
        if (wanted.stream().map(EscalationRuleBody::name).distinct().count() < wanted.size()) {
            throw Problem.invalid("rules", "must have names of their own", "repeated");
        }
    }
}
