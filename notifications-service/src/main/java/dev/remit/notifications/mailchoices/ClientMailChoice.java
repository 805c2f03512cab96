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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What a client has chosen of the mail that its people get; there is none of a client of which nobody has said. */
@Entity
@Audited("client-mail-choice")
@Table(name = "client_mail_choice")
public class ClientMailChoice {
    /** The client's. */
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Convert(converter = KindsColumn.class)
    private List<String> switchedOff = List.of();

    @Enumerated(EnumType.STRING)
    private MailLanguage language;

    @Version
    private long version = 1;

    protected ClientMailChoice() {}

    ClientMailChoice(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    /** Whether its people get none of it. What is demanded is sent all the same. */
    public boolean isOff(MailKind kind) {
        return !kind.isDemanded() && switchedOff.contains(kind.wireName());
    }

    public Optional<MailLanguage> language() {
        return Optional.ofNullable(language);
    }

    void choose(List<MailKind> unwanted, MailLanguage wanted) {
        switchedOff = MailKind.names(unwanted);
        language = wanted;
    }
}
