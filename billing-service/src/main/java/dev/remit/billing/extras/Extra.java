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
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID clientId;
    private UUID timeEntryId;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    /** The published line that a follow-up or a reversal is of. */
    private UUID refersTo;

    @Enumerated(EnumType.STRING)
    private LineKind kind;

    @Embedded
    private FigureColumns figures;

    @Embedded
    private LineBasis basis;

    @Enumerated(EnumType.STRING)
    private ExtraStatus status;

    /** What follow-ups have billed of the part over the cap. */
    private long releasedMinor;

    /** Further room under its work item's cap would bill more of it. */
    private boolean waiting;

    /** Unpublished, and nothing of it can move before a fact does. */
    private boolean resting;

    /** Its place in the finance feed, for good. */
    private Long position;

    private Instant lockedAt;
    private Long batchNumber;
    private String acknowledgement;
    private Instant acknowledgedAt;
    private UUID reversedBy;

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

    UUID id() {
        return id;
    }

    UUID clientId() {
        return clientId;
    }

    UUID timeEntryId() {
        return timeEntryId;
    }

    Origin origin() {
        return origin;
    }

    UUID refersTo() {
        return refersTo;
    }

    LineKind kind() {
        return kind;
    }

    FigureColumns figures() {
        return figures;
    }

    LineBasis basis() {
        return basis;
    }

    ExtraStatus status() {
        return status;
    }

    long releasedMinor() {
        return releasedMinor;
    }

    Long position() {
        return position;
    }

    Instant lockedAt() {
        return lockedAt;
    }

    Long batchNumber() {
        return batchNumber;
    }

    String acknowledgement() {
        return acknowledgement;
    }

    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    UUID reversedBy() {
        return reversedBy;
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

    /** It has its place in the finance feed, and is what it is for good. */
    void lock(long place, Instant now) {
        require(position == null && status == ExtraStatus.OPEN, "is not open");
        position = place;
        lockedAt = now;
        updateStatus();
    }

    void export(long batch) {
        require(position != null && batchNumber == null, "is no published line without a batch");
        batchNumber = batch;
        updateStatus();
    }

    void acknowledge(String reference, Instant now) {
        require(position != null && acknowledgedAt == null, "is no published line that finance does not have");
        acknowledgement = reference;
        acknowledgedAt = now;
        updateStatus();
    }

    /** @param released what follow-ups bill of its part over the cap; from 0 to that part */
    void release(long released) {
        require(released >= 0 && released <= figures.overCapMinor(), "has less over its cap");
        releasedMinor = released;
        updateStatus();
    }

    void reverseBy(UUID reversal) {
        require(position != null, "is not published");
        reversedBy = reversal;
        updateStatus();
    }

    /** Its reversal was dropped before it was published. */
    void reinstate() {
        reversedBy = null;
        updateStatus();
    }

    void rest(boolean rests) {
        resting = rests;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("line " + id + " " + otherwise);
        }
    }

    /** The status is told by what has happened to the line and by nothing else. */
    private void updateStatus() {
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
