package dev.remit.tickets.intake;

import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.audit.Withheld;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.TicketChannel;
import dev.remit.tickets.connections.TicketStatus;
import jakarta.persistence.Basic;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** What a ticket's source says of it: each member as the latest snapshot has it that says something of it. */
@MappedSuperclass
abstract class TicketContent {
    @Withheld
    private String title;

    private boolean confidential;
    private Instant createdAt;
    private Instant sourceUpdatedAt;
    private String factsHash;

    /** Members without messages and description, each as the latest snapshot has it that says something of it. */
    @Basic(fetch = FetchType.LAZY)
    @Unaudited("what of it matters is audited by itself")
    private byte[] facts;

    @Basic(fetch = FetchType.LAZY)
    @Unaudited("which snapshot said what")
    private byte[] saidBy;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    private String priority;
    private String ticketClass;

    @Enumerated(EnumType.STRING)
    private TicketChannel channel;

    private String assignee;
    private String queue;
    private String mergeTarget;

    @Withheld
    @Convert(converter = TicketParticularsColumn.class)
    private TicketParticulars particulars;

    private Instant resolvedAt;
    private Instant deletedAt;

    @Unaudited("what neighbours were told")
    private boolean toldConfidential;

    /** Notes that something of it has changed. */
    public abstract void touch(Instant now);

    /**
     * Takes what a snapshot says, whenever it comes.
     *
     * @return whether the ticket is otherwise than before by it
     */
    boolean take(HashedFacts sealed, Connection connection, Instant now) {
        boolean first = factsHash == null;
        boolean latest = shows(sealed);
        LatestMembers members = first ? LatestMembers.none() : LatestMembers.stored(facts, saidBy);
        Set<String> changed =
                members.take(SnapshotMembers.ofTicket(sealed.bytes()), sealed.sourceUpdatedAt(), sealed.hash());
        if (changed.isEmpty() && !latest) {
            return false;
        }
        facts = members.json();
        saidBy = members.saidByJson();
        if (latest) {
            sourceUpdatedAt = sealed.sourceUpdatedAt();
            factsHash = sealed.hash();
        }
        show(facts(), connection, now);
        if (first) {
            toldConfidential = confidential;
        }
        return true;
    }

    private void show(TicketFacts facts, Connection connection, Instant now) {
        title = facts.title();
        confidential = facts.confidential();
        if (createdAt == null) {
            createdAt = facts.createdAt().truncatedTo(ChronoUnit.MICROS);
        }
        if (deletedAt == null) {
            status = connection.translation().status(facts).orElse(null);
        }
        priority = connection.translation().priority(facts.priority());
        ticketClass = connection.translation().ticketClass(facts.ticketClass());
        channel = connection.translation().channel(facts.channel()).orElse(null);
        assignee = facts.assignee() == null ? null : facts.assignee().id();
        queue = facts.category().board();
        mergeTarget = facts.mergedInto();
        particulars = TicketParticulars.of(facts);
        Instant resolved = facts.milestones().resolvedAt();
        boolean open = status != null && !status.isEnd();
        resolvedAt = resolved == null || open ? null : resolved.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    boolean shows(HashedFacts sealed) {
        return factsHash == null || sealed.isAfter(sourceUpdatedAt, factsHash);
    }

    /** Notes that neighbours hear whether it is confidential; gives whether that is news to them. */
    public boolean tellConfidential() {
        boolean news = toldConfidential != confidential;
        toldConfidential = confidential;
        return news;
    }

    /** Notes that the source has it again; gives whether that is news. */
    public boolean restore(TicketStatus stands, Instant now) {
        if (deletedAt == null) {
            return false;
        }
        deletedAt = null;
        status = stands;
        touch(now);
        return true;
    }

    /** Notes that the source has deleted it; gives whether that is news. */
    public boolean delete(Instant at, Instant now) {
        if (deletedAt != null) {
            return false;
        }
        deletedAt = at;
        status = TicketStatus.CANCELLED;
        touch(now);
        return true;
    }

    public String title() {
        return title;
    }

    public boolean isConfidential() {
        return confidential;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant sourceUpdatedAt() {
        return sourceUpdatedAt;
    }

    /** What its snapshots come to, without messages and description. */
    public TicketFacts facts() {
        return SnapshotMembers.ticket(FactsJson.members(facts));
    }

    /** SHA-256 of its latest snapshot's facts. */
    public String factsHash() {
        return factsHash;
    }

    /** What the source's status means; null for one that means nothing to us. */
    public TicketStatus status() {
        return status;
    }

    public String priority() {
        return priority;
    }

    public String ticketClass() {
        return ticketClass;
    }

    /** In which way it was asked for; null where that is not known. */
    public TicketChannel channel() {
        return channel;
    }

    /** The source's key of the member of staff who has it; null for nobody. */
    public String assignee() {
        return assignee;
    }

    /** The board or queue on which its source has it; null for none. */
    public String queue() {
        return queue;
    }

    /** The source's key of the ticket into which it was merged; null for none. */
    public String mergedInto() {
        return mergeTarget;
    }

    /** What is shown of it and decides nothing. */
    public TicketParticulars particulars() {
        return particulars;
    }

    public Instant resolvedAt() {
        return resolvedAt;
    }

    /** Whether it was deleted or cancelled, or turned out to be none. */
    public boolean isCalledOff() {
        return deletedAt != null || (status != null && status.cancellation().isPresent());
    }

    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }
}
