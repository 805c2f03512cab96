package dev.remit.billing.extras;

import dev.remit.kit.audit.Audited;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** One line on its way to finance. */
@Entity
@Audited("extra")
@Table(name = "extra")
class Extra {
    @Id
    UUID id;

    @TenantId
    UUID tenantId;

    UUID clientId;
    UUID timeEntryId;

    @Enumerated(EnumType.STRING)
    Origin origin;

    /** The published line that a follow-up or a reversal is of. */
    UUID refersTo;

    @Enumerated(EnumType.STRING)
    LineKind kind;

    @Embedded
    Figures figures;

    @Embedded
    Grounds grounds;

    @Enumerated(EnumType.STRING)
    ExtraStatus status;

    /** What follow-ups have billed of the part over the cap. */
    long releasedMinor;

    /** Further room under its work item's cap would bill more of it. */
    boolean waiting;

    /** Unpublished, and nothing of it can move before a fact does: folds pass its entry by. */
    boolean resting;

    /** Its place in the finance feed, for good. */
    Long position;

    Instant lockedAt;
    Long batchNumber;
    String acknowledgement;
    Instant acknowledgedAt;
    UUID reversedBy;

    protected Extra() {}

    Extra(UUID id, UUID clientId, Draft draft) {
        this.id = id;
        this.clientId = clientId;
        timeEntryId = draft.key().timeEntryId();
        origin = draft.key().origin();
        refersTo = draft.key().refersTo();
        kind = draft.key().kind();
        become(draft);
    }

    Draft draft() {
        return new Draft(new Draft.Key(timeEntryId, origin, refersTo, kind, figures.band()), figures, grounds);
    }

    void become(Draft draft) {
        figures = draft.figures();
        grounds = draft.grounds();
        settleStatus();
    }

    boolean isPublished() {
        return position != null;
    }

    /** The status is told by what has happened to the line and by nothing else. */
    void settleStatus() {
        if (position == null) {
            status = figures.heldReason() == null ? ExtraStatus.OPEN : ExtraStatus.HELD;
        } else if (reversedBy != null) {
            status = ExtraStatus.REVERSED;
        } else if (acknowledgedAt != null) {
            status = ExtraStatus.ACKNOWLEDGED;
        } else {
            status = batchNumber == null ? ExtraStatus.LOCKED : ExtraStatus.EXPORTED;
        }
        waiting = position == null
                ? figures.heldReason() == HeldReason.OVER_CAP
                : reversedBy == null && figures.overCapMinor() > releasedMinor;
    }
}
