package dev.remit.tickets.worklog;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.StoredJson;
import dev.remit.kit.audit.Unaudited;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.intake.FactsJson;
import dev.remit.tickets.intake.HashedFacts;
import dev.remit.tickets.intake.LatestMembers;
import dev.remit.tickets.intake.SnapshotMembers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    @Unaudited("named by their hash; what is worked is audited in full")
    private byte[] facts;

    private String toldHash;

    @Unaudited("which snapshot said what")
    private byte[] saidBy;

    @StoredJson
    private byte[] work;

    @Unaudited("a part of the work")
    private String technicianId;

    private UUID payloadId;
    private Instant knownAt;
    private Instant startedAt;

    @Unaudited("a part of the work")
    private Instant endedAt;

    @Unaudited("its place in a timeline")
    private Instant shownAt;

    private boolean deleted;

    @Unaudited("counts what other services were told")
    private int revision;

    @Unaudited("what other services were told")
    private byte[] sent;

    @Unaudited("what other services were told")
    private UUID sentTicketId;

    @Unaudited("notes what a settling has taken in")
    private String settledUnder;

    @Version
    private long version;

    protected TimeEntry() {}

    TimeEntry(UUID id, UUID connectionId, String externalId) {
        this.id = id;
        this.connectionId = connectionId;
        this.externalId = externalId;
    }

    /** Whether a snapshot comes after all that were told before. */
    boolean isOlderThan(HashedFacts sealed) {
        return toldHash == null || sealed.isAfter(sourceUpdatedAt, toldHash);
    }

    /** Whether it is the latest snapshot that was told. */
    boolean wasToldBy(HashedFacts sealed) {
        return isAsOldAs(sealed) && sealed.hash().equals(toldHash);
    }

    /** Whether word that it is gone came after the source last changed it. */
    boolean isGoneSince(Instant deletion) {
        return !sourceUpdatedAt.isAfter(deletion);
    }

    /** Whether the latest snapshot was told at the same time of the source. */
    boolean isAsOldAs(HashedFacts sealed) {
        return sealed.sourceUpdatedAt().equals(sourceUpdatedAt);
    }

    /**
     * Takes what a snapshot says, whenever it comes.
     *
     * @return the members that are otherwise than before
     */
    Set<String> apply(HashedFacts sealed, UUID namedWorkItem, UUID payload, Instant now) {
        LatestMembers members = toldHash == null ? LatestMembers.none() : LatestMembers.stored(facts, saidBy);
        Set<String> changed =
                members.take(SnapshotMembers.ofTimeEntry(sealed.bytes()), sealed.sourceUpdatedAt(), sealed.hash());
        boolean latest = isOlderThan(sealed);
        if (changed.isEmpty() && !latest) {
            return changed;
        }
        facts = members.json();
        saidBy = members.saidByJson();
        factsHash = Sha256.hex(facts);
        if (latest) {
            sourceUpdatedAt = sealed.sourceUpdatedAt();
            toldHash = sealed.hash();
            name(namedWorkItem);
        }
        payloadId = payload;
        knownAt = now;
        markUnsettled();
        show(facts());
        return changed;
    }

    private void name(UUID workItem) {
        if (!Objects.equals(workItem, namedWorkItemId)) {
            workItemId = null;
        }
        namedWorkItemId = workItem;
    }

    private void show(TimeEntryFacts shown) {
        if (!shown.ticketExternalId().equals(ticketExternalId)) {
            ticketExternalId = shown.ticketExternalId();
            ticketId = null;
            workItemId = null;
        }
        technicianId = shown.technician().id();
        startedAt = shown.start() == null ? null : shown.start().truncatedTo(ChronoUnit.MICROS);
        endedAt = shown.end() == null ? null : shown.end().truncatedTo(ChronoUnit.MICROS);
        shownAt = at(ZoneOffset.UTC);
        deleted = shown.deleted();
        Map<String, Object> audited = FactsJson.withoutText(facts);
        List.of("schema", "externalId", "ticketExternalId", "sourceUpdatedAt", "deleted")
                .forEach(audited::remove);
        work = CanonicalJson.bytes(audited);
    }

    /** @param zone of the ticket's place, for hours without times */
    void attach(UUID ticket, ZoneId zone) {
        ticketId = ticket;
        shownAt = at(zone);
    }

    /** Its place in a timeline: its start, where it has none that of its date, else when it became known. */
    public Instant at(ZoneId zone) {
        TimeEntryFacts shown = facts();
        Instant start = shown.start() != null || shown.date() == null
                ? shown.start()
                : shown.date().atStartOfDay(zone).toInstant();
        return start == null ? knownAt : start.truncatedTo(ChronoUnit.MICROS);
    }

    /** Its place in the timeline of its ticket, as that was settled last. */
    Instant shownAt() {
        return shownAt;
    }

    void book(UUID workItem) {
        workItemId = workItem;
    }

    /** Keeps it from being work on anything until a person has looked at it. */
    void putAside() {
        workItemId = null;
    }

    void delete() {
        deleted = true;
    }

    /** Says that something about it has changed, so that its ticket's next settling looks at it. */
    public void markUnsettled() {
        settledUnder = null;
    }

    /** @param circumstances as {@link SettlingInputs} has them */
    void settle(String circumstances) {
        settledUnder = circumstances;
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
