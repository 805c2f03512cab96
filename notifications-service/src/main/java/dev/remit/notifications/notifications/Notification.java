package dev.remit.notifications.notifications;

import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.json.CanonicalRecords;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Something that was told, as its receivers read it: its bytes never change. */
@Entity
@Unaudited("says again what other services have on record")
public class Notification {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String type;

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private UUID subjectId;
    private long sequence;
    private UUID clientId;
    private Instant occurredAt;
    private byte[] content;

    protected Notification() {}

    Notification(UUID id, NewNotification told, long sequence) {
        this.id = id;
        this.type = told.type().wireName();
        this.subjectKind = told.type().subjectKind();
        this.subjectId = told.subject();
        this.sequence = sequence;
        this.clientId = told.client() == null ? null : told.client().id();
        this.occurredAt = told.at();
        this.content = CanonicalRecords.bytes(told.message(sequence));
    }

    public UUID id() {
        return id;
    }

    /** Such as {@code clock.breached}. */
    public String type() {
        return type;
    }

    public UUID subjectId() {
        return subjectId;
    }

    /** Counts what was told of the subject. */
    public long sequence() {
        return sequence;
    }

    /** Null where it is no client's. */
    public UUID clientId() {
        return clientId;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    /** What it says. */
    public WebhookMessage message() {
        return CanonicalRecords.read(content, WebhookMessage.class);
    }

    /** What a receiver is sent. */
    public byte[] body() {
        return content.clone();
    }
}
