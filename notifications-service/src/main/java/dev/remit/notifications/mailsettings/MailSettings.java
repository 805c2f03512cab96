package dev.remit.notifications.mailsettings;

import dev.remit.kit.audit.Audited;
import dev.remit.notifications.mailkinds.MailLanguage;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** How an owner wants the tenant's people to be written to; there is none while nobody has said. */
@Entity
@Audited("mail-settings")
@Table(name = "mail_settings")
class MailSettings {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String fromName;
    private String replyTo;

    @Enumerated(EnumType.STRING)
    private MailLanguage language;

    private String timeZone;

    @Convert(converter = QuietHoursColumn.class)
    private QuietHours quietHours;

    private String quotePage;

    @Convert(converter = MailRulesColumn.class)
    private List<MailRule> rules;

    @Version
    private long version = 1;

    protected MailSettings() {}

    MailSettings(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    void take(MailSettingsBody wanted) {
        fromName = wanted.fromName();
        replyTo = wanted.replyTo();
        language = wanted.language();
        timeZone = wanted.timeZone();
        quietHours = wanted.quietHours() == null ? null : wanted.quietHours().hours();
        quotePage = wanted.quotePage();
        rules = wanted.storedRules();
    }

    long version() {
        return version;
    }

    String fromName() {
        return fromName;
    }

    String replyTo() {
        return replyTo;
    }

    MailLanguage language() {
        return language;
    }

    String timeZone() {
        return timeZone;
    }

    QuietHours quietHours() {
        return quietHours;
    }

    String quotePage() {
        return quotePage;
    }

    List<MailRule> rules() {
        return rules;
    }
}
