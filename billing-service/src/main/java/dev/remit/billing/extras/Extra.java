package dev.remit.billing.extras;

import dev.remit.engines.ledger.BookedLine;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKey;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.Origin;
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
    FigureColumns figures;

    @Embedded
    LineBasis basis;

    @Enumerated(EnumType.STRING)
    ExtraStatus status;

    /** What follow-ups have billed of the part over the cap. */
    long releasedMinor;

    /** Further room under its work item's cap would bill more of it. */
    boolean waiting;

    /** Unpublished, and nothing of it can move before a fact does. */
    boolean resting;

    /** Its place in the finance feed, for good. */
    Long position;

    Instant lockedAt;
    Long batchNumber;
    String acknowledgement;
    Instant acknowledgedAt;
    UUID reversedBy;

    protected Extra() {}

    Extra(UUID id, UUID clientId, LineContent content) {
        this.id = id;
        this.clientId = clientId;
        timeEntryId = content.key().entryId();
        origin = content.key().origin();
        refersTo = content.key().refersTo();
        kind = content.key().kind();
        become(content);
    }

    LineKey key() {
        return new LineKey(timeEntryId, origin, refersTo, kind, figures.piece());
    }

    LineContent content() {
        return new LineContent(key(), figures.figures(), basis);
    }

    /** What the ledger needs of it. */
    BookedLine forLedger() {
        return new BookedLine(id, key(), figures.figures(), basis.workItemId(), basis.factsHash(), isPublished());
    }

    void become(LineContent content) {
        figures = FigureColumns.of(content.figures());
        basis = content.basis();
        updateStatus();
    }

    boolean isPublished() {
        return position != null;
    }

    private ExtraStatus unpublishedStatus() {
        if (figures.heldReason() == null) {
            return ExtraStatus.OPEN;
        }
        return figures.heldReason().isPaidOtherwise() ? ExtraStatus.INCLUDED : ExtraStatus.HELD;
    }

    /** The status is told by what has happened to the line and by nothing else. */
    void updateStatus() {
        if (position == null) {
            status = unpublishedStatus();
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
