package dev.remit.tickets.intake;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockState;
import dev.remit.kit.audit.Audited;
import dev.remit.kit.audit.Unaudited;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.standings.OpenClock;
import dev.remit.tickets.standings.Standing;
import dev.remit.tickets.standings.StandingColumn;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/**
 * A ticket: what its source says of it, the terms it is pinned to and when it must be looked at next. Whoever changes
 * anything that hangs on a ticket locks its row first.
 */
@Entity
@Audited("ticket")
public class Ticket extends TicketContent {

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID connectionId;
    private String connectionName;
    private String externalId;

    @Enumerated(EnumType.STRING)
    private TicketState state = TicketState.RECEIVED;

    @Enumerated(EnumType.STRING)
    private Awaiting awaiting;

    @Unaudited("follows from what it awaits")
    private String awaited;

    private UUID clientId;
    private String clientCode;
    private String siteCode;

    @Column(name = "site_zone")
    private String zone;

    private String documentHash;
    private UUID agreementId;
    private Integer agreementVersion;
    private String addendumHashes;
    private UUID ruledUnder;
    private Instant receivedAt;

    @Unaudited("moves with every change")
    private Instant updatedAt;

    @Unaudited("when to look again")
    private Instant settleAt;

    @Unaudited("when to look again")
    private Instant lookAt;

    @Unaudited("what the pinned site was named by")
    private String siteNamed;

    @Unaudited("what the stored timeline rests on")
    private String storedTimeline;

    @Unaudited("counted from the events")
    private int openClocks;

    @Unaudited("read from the events")
    private Instant dueAt;

    @Enumerated(EnumType.STRING)
    @Unaudited("read from the events")
    private ClockKind dueClock;

    @Enumerated(EnumType.STRING)
    @Unaudited("read from the events")
    private ClockState dueState;

    @Unaudited("read from the events")
    private Long usedRank;

    @Convert(converter = StandingColumn.class)
    @Unaudited("read from the events")
    private Standing standing;

    @Unaudited("counted from the events")
    private String countedClocks;

    @Unaudited("counted from the events")
    private String countedLife;

    @Unaudited("its contests are audited")
    private boolean contested;

    @Version
    private long version;

    protected Ticket() {}

    Ticket(UUID id, Connection connection, String externalId, Instant now) {
        this.id = id;
        this.connectionId = connection.id();
        this.connectionName = connection.name();
        this.externalId = externalId;
        this.receivedAt = now;
    }

    /**
     * Asks for the ticket to be settled as soon as may be.
     *
     * @param machineTime now, not the tenant's
     */
    public void pend(Instant machineTime) {
        if (settleAt == null || settleAt.isAfter(machineTime)) {
            settleAt = machineTime;
        }
    }

    /** @param on what the timeline that is stored now rests on, beside snapshots */
    public void storeTimeline(String on) {
        storedTimeline = on;
    }

    /** What the stored timeline rests on beside snapshots; null where none is stored. */
    public String storedTimeline() {
        return storedTimeline;
    }

    /** Whether it was ever settled under what its snapshots tell; before that nothing can hang on it but what is booked by its key. */
    public boolean wasSettled() {
        return storedTimeline != null;
    }

    /**
     * Says that everything known by now has been taken into account.
     *
     * @param stands how its open clocks stand; null where none are run
     */
    public void settle(int open, Instant nextLook, Standing stands, Instant now) {
        openClocks = open;
        settleAt = null;
        lookAt = nextLook;
        boolean listedAlike = stands == null ? standing == null : stands.isListedAs(standing);
        standing = stands;
        if (!listedAlike) {
            Optional<OpenClock> next = standing().flatMap(Standing::next);
            dueAt = standing().flatMap(Standing::nextDue).orElse(null);
            dueClock = next.map(OpenClock::clock).orElse(null);
            dueState = next.map(OpenClock::state).orElse(null);
            usedRank = standing().flatMap(Standing::rank).orElse(null);
            updatedAt = now;
        }
    }

    /** @param hash of what is stored of its clocks that count in compliance; null where nothing is */
    public void countClocks(String hash) {
        countedClocks = hash;
    }

    /** The hash of what is stored of its clocks that count in compliance; null where nothing is. */
    public String countedClocks() {
        return countedClocks;
    }

    /** @param hash of what is stored of its life for reports; null where nothing is */
    public void countLife(String hash) {
        countedLife = hash;
    }

    /** The hash of what is stored of its life for reports; null where nothing is. */
    public String countedLife() {
        return countedLife;
    }

    /** Notes that the client contests something of it. */
    public void contest() {
        contested = true;
    }

    /** Whether the client ever contested anything of it. */
    public boolean wasContested() {
        return contested;
    }

    /** How its open clocks stood when it was looked at last; empty where none are run. */
    public Optional<Standing> standing() {
        return Optional.ofNullable(standing);
    }

    /** When it is due next by any clock; null where none is open. */
    public Instant dueAt() {
        return dueAt;
    }

    /** The clock that is due next; null where none is open. */
    public ClockKind dueClock() {
        return dueClock;
    }

    /** How the clock that is due next stands; null where none is open. */
    public ClockState dueState() {
        return dueState;
    }

    /** By which the list by share is sorted; null where no clock is open. */
    public Long usedRank() {
        return usedRank;
    }

    /** Notes that a ruling is not possible before something is known of the client that it is pinned to. */
    public void await(Awaiting what, Instant now) {
        awaited = AwaitedKeys.about(clientId);
        move(TicketState.AWAITING_RULING, what, now);
    }

    /**
     * Notes that a ruling is not possible before its client is known.
     *
     * @param named how the source calls the client
     */
    public void awaitClient(TicketFacts.ClientRef named, Instant now) {
        awaited = named.code() != null
                ? AwaitedKeys.called(named.code())
                : AwaitedKeys.referredTo(connectionName, named.externalId());
        move(TicketState.AWAITING_RULING, Awaiting.CLIENT, now);
    }

    /** Fixes the terms. */
    public void pin(PinnedTerms pin, Instant now) {
        clientId = pin.clientId();
        clientCode = pin.clientCode();
        siteCode = pin.siteCode();
        zone = pin.zone().getId();
        documentHash = pin.documentHash();
        agreementId = pin.agreementId();
        agreementVersion = pin.agreementVersion();
        addendumHashes = pin.addenda().isEmpty() ? null : String.join(",", pin.addenda());
        updatedAt = now;
    }

    /**
     * Notes what the source names the site by to which it is pinned; that says whether it is still the same one.
     *
     * @param reference null for none
     */
    public void nameSite(String reference) {
        siteNamed = reference;
    }

    /** What the source named the site by when the terms were pinned; null for none. */
    public String siteNamed() {
        return siteNamed;
    }

    /** Lets the terms go: it is not known to be that client's any more. */
    public void unpin(Instant now) {
        clientId = null;
        clientCode = null;
        siteCode = null;
        zone = null;
        documentHash = null;
        agreementId = null;
        agreementVersion = null;
        addendumHashes = null;
        ruledUnder = null;
        updatedAt = now;
    }

    /** Notes that every work item has its ruling; without terms it is looked at again when an agreement arrives. */
    public void ruled(Instant now) {
        awaited = documentHash == null ? AwaitedKeys.about(clientId) : null;
        move(TicketState.RULED, documentHash == null ? Awaiting.COVERING_AGREEMENT : null, now);
    }

    private void move(TicketState to, Awaiting what, Instant now) {
        if (state != to || awaiting != what) {
            state = to;
            awaiting = what;
            updatedAt = now;
        }
    }

    /** Notes that something of it, or that hangs on it, has changed. */
    @Override
    public void touch(Instant now) {
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID connectionId() {
        return connectionId;
    }

    public String connectionName() {
        return connectionName;
    }

    public String externalId() {
        return externalId;
    }

    public TicketState state() {
        return state;
    }

    public Optional<Awaiting> awaiting() {
        return Optional.ofNullable(awaiting);
    }

    /** Notes whose clause gives the headline of what was asked for first; null where none does. */
    public void ruledUnder(UUID agreement) {
        ruledUnder = agreement;
    }

    /** The agreement whose service levels apply; null for the master. */
    public UUID ruledUnder() {
        return ruledUnder;
    }

    /** Empty until the client is known. */
    public Optional<PinnedTerms> pin() {
        return clientId == null
                ? Optional.empty()
                : Optional.of(new PinnedTerms(
                        clientId,
                        clientCode,
                        siteCode,
                        ZoneId.of(zone),
                        documentHash,
                        agreementId,
                        agreementVersion,
                        addendumHashes == null ? List.of() : List.of(addendumHashes.split(","))));
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public boolean isPending() {
        return settleAt != null;
    }

    public Optional<Instant> lookAt() {
        return Optional.ofNullable(lookAt);
    }
}
