package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ReachedMark;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One line of the journal of what was noticed of a ticket's clocks, and when. Lines are only ever added. */
@Entity
@Unaudited("computed from audited facts and kept in the chain of evidence")
@Immutable
public class ClockNotice {
    /** What was noticed. */
    public enum Kind {
        /** A share of the target was used up. */
        WARNED,
        /** An escalation rule of the MSP had somebody told. */
        ESCALATED,
        /** A target was missed. */
        BREACHED,
        /** A target was met. */
        MET,
        /** An earlier line is not true, as is known now. */
        CORRECTED
    }

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID clientId;

    @Enumerated(EnumType.STRING)
    private ClockKind clock;

    private String cycle;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String subject;
    private int ordinal;
    private Instant happenedAt;
    private Instant noticedAt;
    private Instant shownAt;
    private String was;
    private String stands;
    private String because;

    protected ClockNotice() {}

    private ClockNotice(
            UUID id, UUID ticketId, UUID clientId, ClockKind clock, String cycle, Kind kind, Instant noticedAt) {
        this.id = id;
        this.ticketId = ticketId;
        this.clientId = clientId;
        this.clock = clock;
        this.cycle = cycle;
        this.kind = kind;
        this.noticedAt = noticedAt;
        this.shownAt = noticedAt;
    }

    /** @param clientId under whose terms the clock ran */
    static ClockNotice of(UUID id, UUID ticketId, UUID clientId, ReadingEvent statement, Instant noticedAt) {
        ClockNotice notice = new ClockNotice(
                id, ticketId, clientId, statement.clock(), statement.cycle(), statement.kind(), noticedAt);
        notice.subject = statement.subject();
        notice.happenedAt = statement.at();
        notice.shownAt = statement.at();
        notice.stands = statement.words();
        return notice;
    }

    /**
     * @param clientId under whose terms the clock ran
     * @param rule the name of the rule
     */
    static ClockNotice escalation(
            UUID id, UUID ticketId, UUID clientId, ReachedMark reached, String rule, Instant noticedAt) {
        ClockNotice notice =
                new ClockNotice(id, ticketId, clientId, reached.clock(), reached.cycle(), Kind.ESCALATED, noticedAt);
        notice.subject = reached.mark();
        notice.happenedAt = reached.at();
        notice.shownAt = reached.at();
        notice.stands = rule;
        return notice;
    }

    /** Whether it says that a rule had somebody told of a cycle. */
    boolean escalates(UUID client, ReachedMark reached) {
        return kind == Kind.ESCALATED
                && clientId.equals(client)
                && clock == reached.clock()
                && cycle.equals(reached.cycle())
                && subject.equals(reached.mark());
    }

    /** @param earlier the line that is not true any more, or an earlier correction of it */
    static ClockNotice correction(UUID id, ClockNotice earlier, String stands, String because, Instant noticedAt) {
        ClockNotice notice = new ClockNotice(
                id, earlier.ticketId, earlier.clientId, earlier.clock, earlier.cycle, Kind.CORRECTED, noticedAt);
        notice.subject = earlier.about();
        notice.ordinal = earlier.kind == Kind.CORRECTED ? earlier.ordinal + 1 : 1;
        notice.was = earlier.stands;
        notice.stands = stands;
        notice.because = because;
        return notice;
    }

    /** What a line, and every correction of it, is about within its cycle. */
    public String about() {
        return kind == Kind.CORRECTED ? subject : kind.name() + " " + subject;
    }

    UUID id() {
        return id;
    }

    /** Under whose terms the clock ran. */
    public UUID clientId() {
        return clientId;
    }

    public ClockKind clock() {
        return clock;
    }

    public String cycle() {
        return cycle;
    }

    public Kind kind() {
        return kind;
    }

    int ordinal() {
        return ordinal;
    }

    /** When it happened; null for a correction. */
    public Instant happenedAt() {
        return happenedAt;
    }

    /** Its place in a timeline: when it happened, a correction when it was noticed. */
    public Instant shownAt() {
        return shownAt;
    }

    public Instant noticedAt() {
        return noticedAt;
    }

    /** For a correction, what was believed before. */
    public String was() {
        return was;
    }

    /** What is believed since this line. */
    public String stands() {
        return stands;
    }

    /** For a correction, what made the difference. */
    public String because() {
        return because;
    }
}
