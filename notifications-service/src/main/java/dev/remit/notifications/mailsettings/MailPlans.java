package dev.remit.notifications.mailsettings;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.notifications.mailkinds.Audience;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.MailLanguage;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How the current tenant's people are written to. */
@ApplicationScoped
public class MailPlans {
    private static final String NOBODY = "Remit";
    private static final ZoneId NOWHERE = ZoneId.of("UTC");

    private final SettingsRows rows;
    private final KnownTenants tenants;
    private final Tenancy tenancy;

    MailPlans(SettingsRows rows, KnownTenants tenants, Tenancy tenancy) {
        this.rows = rows;
        this.tenants = tenants;
        this.tenancy = tenancy;
    }

    public MailPlan present() {
        Optional<MailSettings> said = said();
        return new MailPlan(
                said.map(MailSettings::fromName)
                        .or(() -> tenants.name(tenancy.current()))
                        .orElse(NOBODY),
                said.map(MailSettings::replyTo).orElse(null),
                said.map(MailSettings::language).orElse(MailLanguage.EN),
                said.map(MailSettings::timeZone).map(ZoneId::of).orElse(NOWHERE),
                said.map(MailSettings::quietHours).orElse(QuietHours.USUAL),
                said.map(MailSettings::quotePage).orElse(null),
                rules(said.map(MailSettings::rules).orElse(List.of())));
    }

    /** What the owner has said, if anything. */
    Optional<MailSettings> said() {
        return rows.findAll().firstResultOptional();
    }

    private static Map<MailKind, List<Audience>> rules(List<MailRule> said) {
        Map<MailKind, List<Audience>> rules = new EnumMap<>(MailKind.class);
        said.forEach(rule -> MailKind.named(rule.kind()).ifPresent(kind -> rules.put(kind, rule.to())));
        return rules;
    }

    @ApplicationScoped
    static class SettingsRows implements PanacheRepositoryBase<MailSettings, UUID> {}
}
