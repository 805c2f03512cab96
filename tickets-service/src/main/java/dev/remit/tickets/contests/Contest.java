package dev.remit.tickets.contests;

import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.WaitReading;
import dev.remit.engines.sla.WaitReason;
import dev.remit.kit.audit.Audited;
import dev.remit.psa.Author;
import dev.remit.tickets.intake.AuthorColumn;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** That a client contests a wait: it says that the clock should have counted on. Settled once, or withdrawn. */
@Entity
@Audited("contest")
public class Contest {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID clientId;
    private String waitKey;

    @Enumerated(EnumType.STRING)
    private WaitReason waitReason;

    private Instant waitFrom;
    private Instant waitTo;
    private String reason;
    private Instant contestedAt;

    @Convert(converter = AuthorColumn.class)
    private Author contestedBy;

    private String onBehalfOf;

    @Enumerated(EnumType.STRING)
    private ContestState state = ContestState.OPEN;

    private Instant endedAt;

    @Convert(converter = AuthorColumn.class)
    private Author endedBy;

    private String endedBecause;

    protected Contest() {}

    /**
     * Who contests, when and why.
     *
     * @param onBehalfOf the client's person for whom staff wrote; null where the client wrote
     */
    public record Objection(Author by, String onBehalfOf, String reason, Instant at) {}

    /** @param clientId under whose terms the clocks run */
    public Contest(UUID id, UUID ticketId, UUID clientId, WaitReading wait, Objection objection) {
        this.id = id;
        this.ticketId = ticketId;
        this.clientId = clientId;
        waitKey = wait.key();
        waitReason = wait.reason();
        waitFrom = wait.from();
        waitTo = wait.to();
        reason = objection.reason();
        contestedAt = objection.at();
        contestedBy = objection.by();
        onBehalfOf = objection.onBehalfOf();
    }

    /** Settles it for the client or for the MSP. */
    public void settle(boolean upheld, Author by, String because, Instant now) {
        end(upheld ? ContestState.UPHELD : ContestState.REJECTED, by, because, now);
    }

    /** The client contests it no longer. */
    public void withdraw(Author by, String because, Instant now) {
        end(ContestState.WITHDRAWN, by, because, now);
    }

    private void end(ContestState as, Author by, String because, Instant now) {
        if (state != ContestState.OPEN) {
            throw new IllegalStateException("It is " + state + " since " + endedAt + ".");
        }
        state = as;
        endedBy = by;
        endedBecause = because;
        endedAt = now;
    }

    /** How it stood by what was known at a moment; empty where it was not there. */
    public Optional<ContestState> stateAt(Instant knownBy) {
        if (contestedAt.isAfter(knownBy)) {
            return Optional.empty();
        }
        return Optional.of(endedAt == null || endedAt.isAfter(knownBy) ? ContestState.OPEN : state);
    }

    /**
     * Those of a ticket's waits that it is about: the one with its key, or where facts that came late made that another, those of
     * its reason that have a part in the stretch that was contested.
     */
    public List<WaitReading> among(List<WaitReading> waits) {
        List<WaitReading> named =
                waits.stream().filter(wait -> wait.key().equals(waitKey)).toList();
        return named.isEmpty() ? waits.stream().filter(this::meets).toList() : named;
    }

    /** Whether a wait is of its reason, and has a part in the stretch that was contested. */
    public boolean meets(WaitReading wait) {
        Instant end = waitTo == null || waitTo.isAfter(contestedAt) ? contestedAt : waitTo;
        return wait.reason() == waitReason
                && wait.from().isBefore(end)
                && (wait.to() == null || wait.to().isAfter(waitFrom));
    }

    /**
     * That a wait does not count, which was so from its beginning, whenever it was settled.
     *
     * @param knownAt since when that is known
     */
    public SlaEvent disallowing(WaitReading wait, Instant knownAt) {
        return new SlaEvent(
                "contest " + id + " " + wait.key(), wait.from(), knownAt, new Fact.WaitDisallowed(wait.key()));
    }

    public UUID id() {
        return id;
    }

    public UUID ticketId() {
        return ticketId;
    }

    /** Under whose terms the clocks ran. */
    public UUID clientId() {
        return clientId;
    }

    /** The event that began the wait. */
    public String waitKey() {
        return waitKey;
    }

    public WaitReason waitReason() {
        return waitReason;
    }

    public Instant waitFrom() {
        return waitFrom;
    }

    /** The wait's end as it was known when it was contested; null where none was. */
    public Instant waitTo() {
        return waitTo;
    }

    public String reason() {
        return reason;
    }

    public Instant contestedAt() {
        return contestedAt;
    }

    public Author contestedBy() {
        return contestedBy;
    }

    /** The client's person for whom staff wrote; null where the client wrote. */
    public String onBehalfOf() {
        return onBehalfOf;
    }

    public ContestState state() {
        return state;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Null while it is open, as is the next. */
    public Author endedBy() {
        return endedBy;
    }

    public String endedBecause() {
        return endedBecause;
    }
}
