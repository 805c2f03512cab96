package dev.remit.notifications.mailsettings;

import dev.remit.kit.http.ETags;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.TimeZones;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes how people are written to. */
@ApplicationScoped
class MailSettingsChanges {
    private final MailPlans.SettingsRows rows;
    private final MailPlans plans;
    private final Ids ids;

    MailSettingsChanges(MailPlans.SettingsRows rows, MailPlans plans, Ids ids) {
        this.rows = rows;
        this.plans = plans;
        this.ids = ids;
    }

    /** The version of what was said; 0 where nothing was. */
    long version() {
        return version(plans.said());
    }

    /** @throws Problem precondition-required, stale, validation */
    void change(String ifMatch, MailSettingsBody wanted) {
        Optional<MailSettings> said = plans.said();
        ETags.requireMatch(ifMatch, version(said));
        check(wanted);
        MailSettings settings = said.orElseGet(() -> new MailSettings(ids.next()));
        settings.take(wanted);
        if (said.isEmpty()) {
            rows.persist(settings);
        }
        Duplicates.flush(rows.getEntityManager(), Map.of("uq_mail_settings_of_tenant", ETags.stale()));
    }

    private static long version(Optional<MailSettings> said) {
        return said.map(MailSettings::version).orElse(0L);
    }

    private static void check(MailSettingsBody wanted) {
        if (wanted.timeZone() != null && !TimeZones.isKnown(wanted.timeZone())) {
            throw Problem.invalid("timeZone", "must be an IANA time zone such as Europe/London", "time-zone");
        }
        List<MailRule> rules = wanted.storedRules();
        for (int i = 0; i < rules.size(); i++) {
            String field = "rules[" + i + "]";
            MailRule rule = rules.get(i);
            MailKind kind = MailKind.named(rule.kind())
                    .orElseThrow(
                            () -> Problem.invalid(field + ".kind", "is no kind of mail: " + rule.kind(), "unknown"));
            if (kind.isDemanded() && rule.to().isEmpty()) {
                throw Problem.invalid(field + ".to", "must name somebody: this mail is demanded", "demanded");
            }
        }
        if (rules.stream().map(MailRule::kind).distinct().count() < rules.size()) {
            throw Problem.invalid("rules", "must name each kind once", "repeated");
        }
    }
}
