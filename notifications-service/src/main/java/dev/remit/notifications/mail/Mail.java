package dev.remit.notifications.mail;

import dev.remit.kit.audit.Unaudited;
import dev.remit.notifications.mailkinds.MailKind;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** What one person is to be written. Its words are made when it is sent, in the language that they have chosen by then. */
@Entity
@Unaudited("its state says what became of it")
class Mail {
    private static final int LONGEST_REASON = 300;

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @Enumerated(EnumType.STRING)
    private MailKind kind;

    /** What it is about, so that nobody is written to twice about it. */
    private String occasion;

    /** Null where receivers are not told of it. */
    private UUID notificationId;

    @Convert(converter = MailExtraColumn.class)
    private MailExtra extra;

    private String recipientLogin;
    private String recipientName;
    private String recipientEmail;
    private String recipientZone;

    /** By which whoever has the mail shows that they have it. */
    private String token;

    @Enumerated(EnumType.STRING)
    private MailState state;

    private Instant dueAt;
    private int attempts;
    private Instant createdAt;
    private Instant endedAt;
    private String reason;

    protected Mail() {}

    Mail(UUID id, MailKind kind, String occasion, Recipient recipient, String token, Instant createdAt) {
        this.id = id;
        this.kind = kind;
        this.occasion = occasion;
        this.recipientLogin = recipient.login();
        this.recipientName = recipient.name();
        this.recipientEmail = recipient.email();
        this.recipientZone = recipient.zone() == null ? null : recipient.zone().getId();
        this.token = token;
        this.state = MailState.WAITING;
        this.createdAt = createdAt;
        this.dueAt = createdAt;
    }

    Mail about(UUID notification, MailExtra beside) {
        this.notificationId = notification;
        this.extra = beside;
        return this;
    }

    Mail dueAt(Instant due) {
        this.dueAt = due;
        return this;
    }

    UUID id() {
        return id;
    }

    MailKind kind() {
        return kind;
    }

    Optional<UUID> notification() {
        return Optional.ofNullable(notificationId);
    }

    Optional<MailExtra> extra() {
        return Optional.ofNullable(extra);
    }

    String recipientLogin() {
        return recipientLogin;
    }

    String recipientName() {
        return recipientName;
    }

    String recipientEmail() {
        return recipientEmail;
    }

    Optional<ZoneId> recipientZone() {
        return Optional.ofNullable(recipientZone).map(ZoneId::of);
    }

    String token() {
        return token;
    }

    MailState state() {
        return state;
    }

    Instant due() {
        return dueAt;
    }

    int attempts() {
        return attempts;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    boolean isWaiting() {
        return state == MailState.WAITING;
    }

    void sent(Instant now) {
        attempts++;
        end(MailState.SENT, now, null);
    }

    void drop(Instant now, String why) {
        end(MailState.DROPPED, now, why);
    }

    /** @param forGood whether it makes no sense to try again */
    void failed(Instant now, String why, boolean forGood) {
        attempts++;
        Optional<Instant> again =
                forGood ? Optional.empty() : MailRetries.after(attempts).map(now::plus);
        again.ifPresentOrElse(due -> dueAt = due, () -> end(MailState.FAILED, now, why));
        reason = cut(why);
    }

    private void end(MailState ended, Instant now, String why) {
        state = ended;
        endedAt = now;
        reason = cut(why);
    }

    private static String cut(String why) {
        return why == null ? null : why.substring(0, Math.min(why.length(), LONGEST_REASON));
    }
}
