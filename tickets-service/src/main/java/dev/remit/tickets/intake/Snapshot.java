package dev.remit.tickets.intake;

import dev.remit.kit.audit.Unaudited;
import dev.remit.psa.TicketFacts;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A ticket as its source had it at one moment. Everything else about a ticket's past is derived from these. */
@Entity
@Unaudited("what a source said, kept for good")
@Immutable
@Table(name = "ticket_snapshot")
public class Snapshot {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private Instant sourceUpdatedAt;
    private String factsHash;
    private byte[] facts;
    private int messages;
    private UUID payloadId;
    private Instant knownAt;

    protected Snapshot() {}

    Snapshot(UUID id, UUID ticketId, HashedFacts sealed, int messages, UUID payloadId, Instant knownAt) {
        this.id = id;
        this.ticketId = ticketId;
        this.sourceUpdatedAt = sealed.sourceUpdatedAt();
        this.factsHash = sealed.hash();
        this.facts = sealed.bytes();
        this.messages = messages;
        this.payloadId = payloadId;
        this.knownAt = knownAt;
    }

    UUID ticketId() {
        return ticketId;
    }

    /** What snapshots are ordered by, first. */
    public Instant sourceUpdatedAt() {
        return sourceUpdatedAt;
    }

    /** SHA-256 of the facts in canonical form; it orders snapshots of the same moment. */
    public String factsHash() {
        return factsHash;
    }

    /** What it says by itself; what it says nothing of is none here. */
    public TicketFacts facts() {
        return FactsJson.ticket(facts);
    }

    /**
     * What it says, with what it says nothing of as the one before it has that.
     *
     * @param before the facts of the snapshot before it, made likewise; null for the first
     */
    public TicketFacts facts(TicketFacts before) {
        List<String> kept = before == null ? List.of() : SnapshotMembers.kept(facts);
        return kept.isEmpty() ? facts() : facts().keeping(kept, before);
    }

    /** When we learnt of it, in the tenant's time. */
    public Instant knownAt() {
        return knownAt;
    }

    public UUID payloadId() {
        return payloadId;
    }

    /** @param confidential whether the ticket is, where the snapshot does not say */
    SnapshotProof proof(String payloadHash, boolean confidential) {
        return SnapshotProof.of(facts, factsHash, payloadHash, knownAt, confidential);
    }
}
