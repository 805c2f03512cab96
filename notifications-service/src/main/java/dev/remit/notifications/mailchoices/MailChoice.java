package dev.remit.notifications.mailchoices;

import dev.remit.kit.audit.Audited;
import dev.remit.notifications.mailkinds.MailKind;
import dev.remit.notifications.mailkinds.MailLanguage;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What somebody has chosen of the mail that they get; there is none of whoever has not. */
@Entity
@Audited("mail-choice")
@Table(name = "mail_choice")
public class MailChoice {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    /** As logins are compared. */
    private String login;

    @Convert(converter = KindsColumn.class)
    private List<String> switchedOff;

    @Enumerated(EnumType.STRING)
    private MailLanguage language;

    private String timeZone;

    @Version
    private long version = 1;

    protected MailChoice() {}

    MailChoice(UUID id, String login) {
        this.id = id;
        this.login = login;
        this.switchedOff = List.of();
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** The kinds that they want no mail of, by name. */
    List<String> off() {
        return switchedOff;
    }

    /** Whether they want none of it. What is demanded is sent all the same. */
    public boolean isOff(MailKind kind) {
        return !kind.isDemanded() && switchedOff.contains(kind.wireName());
    }

    public Optional<MailLanguage> language() {
        return Optional.ofNullable(language);
    }

    public Optional<ZoneId> zone() {
        return Optional.ofNullable(timeZone).map(ZoneId::of);
    }

    void choose(List<MailKind> unwanted, MailLanguage wanted, String zone) {
        switchedOff = MailKind.names(unwanted);
        language = wanted;
        timeZone = zone;
    }

    void switchOff(MailKind kind) {
        TreeSet<String> names = new TreeSet<>(switchedOff);
        names.add(kind.wireName());
        switchedOff = List.copyOf(names);
    }
}
