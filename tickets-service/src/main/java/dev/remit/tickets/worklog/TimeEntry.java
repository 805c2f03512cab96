package dev.remit.tickets.worklog;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.intake.FactsJson;
import dev.remit.tickets.intake.SealedFacts;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Work done, as its source last had it. It may be there before its ticket. */
@Entity
@Audited("time-entry")
public class TimeEntry {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID connectionId;
    private String externalId;
    private String ticketExternalId;
    private UUID ticketId;
    private UUID workItemId;
    private UUID namedWorkItemId;
    private Instant sourceUpdatedAt;
    private String factsHash;

    @Unaudited("named by their hash")
    private byte[] facts;

    private UUID payloadId;
    private Instant knownAt;
    private Instant startedAt;
    private boolean deleted;

    @Unaudited("counts what other services were told")
    private int revision;

    @Unaudited("what other services were told")
    private byte[] sent;

    @Unaudited("what other services were told")
    private UUID sentTicketId;

    @Version
    private long version;

    protected TimeEntry() {}

    TimeEntry(UUID id, UUID connectionId, String externalId) {
        this.id = id;
        this.connectionId = connectionId;
        this.externalId = externalId;
    }

    boolean isOlderThan(SealedFacts sealed) {
        return factsHash == null || sealed.isAfter(sourceUpdatedAt, factsHash);
    }

    /** Takes a snapshot over; the caller has checked that it is the latest. */
    void tell(TimeEntryFacts told, SealedFacts sealed, UUID namedWorkItem, UUID payload, Instant now) {
        if (!told.ticketExternalId().equals(ticketExternalId)) {
            ticketExternalId = told.ticketExternalId();
            ticketId = null;
            workItemId = null;
        }
        if (!Objects.equals(namedWorkItem, namedWorkItemId)) {
            workItemId = null;
        }
        sourceUpdatedAt = sealed.sourceUpdatedAt();
        factsHash = sealed.hash();
        facts = sealed.bytes();
        namedWorkItemId = namedWorkItem;
        payloadId = payload;
        knownAt = now;
        startedAt = told.start() == null ? null : told.start().truncatedTo(ChronoUnit.MICROS);
        deleted = told.deleted();
    }

    void attach(UUID ticket) {
        ticketId = ticket;
    }

    void book(UUID workItem) {
        workItemId = workItem;
    }

    void delete() {
        deleted = true;
    }

    boolean wasSentAs(byte[] state) {
        return Arrays.equals(state, sent);
    }

    /** Notes that its state is told to other services; gives the revision that they know it by. */
    int send(UUID ticket, byte[] state) {
        sentTicketId = ticket;
        sent = state.clone();
        return ++revision;
    }

    /** What other services have heard of it as work on a ticket; empty where they have not, or it was taken back. */
    Optional<byte[]> sentOn(UUID ticket) {
        return ticket.equals(sentTicketId) ? Optional.of(sent.clone()) : Optional.empty();
    }

    /** Notes that other services know it as work on no ticket. */
    void takeBack() {
        sentTicketId = null;
    }

    Instant startedAt() {
        return startedAt;
    }

    public UUID id() {
        return id;
    }

    public UUID connectionId() {
        return connectionId;
    }

    public String externalId() {
        return externalId;
    }

    public String ticketExternalId() {
        return ticketExternalId;
    }

    Optional<UUID> ticketId() {
        return Optional.ofNullable(ticketId);
    }

    /** Empty until it is clear for which work item it is. */
    public Optional<UUID> workItemId() {
        return Optional.ofNullable(workItemId);
    }

    Optional<UUID> namedWorkItemId() {
        return Optional.ofNullable(namedWorkItemId);
    }

    public TimeEntryFacts facts() {
        return FactsJson.timeEntry(facts);
    }

    byte[] factsBytes() {
        return facts.clone();
    }

    String factsHash() {
        return factsHash;
    }

    UUID payloadId() {
        return payloadId;
    }

    public Instant knownAt() {
        return knownAt;
    }

    public boolean isDeleted() {
        return deleted;
    }

    int revision() {
        return revision;
    }
}
