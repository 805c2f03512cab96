package dev.remit.tickets.clocks;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.reports.OwnedTime;
import dev.remit.engines.sla.Owner;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A part of a ticket's life that was one owner's, as it stood when the ticket was looked at last. */
@Entity
@Unaudited("computed from audited facts")
public class LifePart {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID clientId;
    private LocalDate month;

    @Enumerated(EnumType.STRING)
    private Owner owner;

    private String approver;
    private Instant beganAt;
    private boolean first;
    private boolean goesOn;
    private long openSeconds;
    private long realSeconds;
    private long lastedSeconds;
    private String zone;

    private String hoursHash;

    @Convert(converter = HoursColumn.class)
    private CalendarText hours;

    protected LifePart() {}

    LifePart(UUID id, UUID ticketId, UUID clientId, ZoneId zone, OwnedTime time) {
        this.id = id;
        this.ticketId = ticketId;
        this.month = time.month().atDay(1);
        this.owner = time.owner();
        this.approver = time.approver();
        this.beganAt = time.began();
        take(clientId, zone, time);
    }

    /** Is otherwise by what is known now. */
    final void take(UUID client, ZoneId dates, OwnedTime time) {
        clientId = client;
        zone = dates.getId();
        first = time.isFirst();
        goesOn = time.to() == null;
        openSeconds = time.openSeconds();
        realSeconds = (goesOn ? 0 : time.to().getEpochSecond()) - time.from().getEpochSecond();
        lastedSeconds = goesOn ? 0 : time.to().getEpochSecond() - time.began().getEpochSecond();
        hours = goesOn ? time.calendar().text() : null;
        hoursHash = goesOn ? Hours.hash(hours) : null;
    }

    /** What tells it from the ticket's others. */
    static String key(OwnedTime time) {
        return key(time.began(), time.owner(), time.approver(), time.month().atDay(1));
    }

    String key() {
        return key(beganAt, owner, approver, month);
    }

    private static String key(Instant began, Owner owner, String approver, LocalDate month) {
        return String.join(" ", began.toString(), owner.name(), month.toString(), approver);
    }

    public boolean goesOn() {
        return goesOn;
    }

    /** Of one that goes on what {@link dev.remit.engines.reports.OpenHours#until} of a moment is to be added to. */
    public long openSeconds() {
        return openSeconds;
    }

    /** The hash of the hours in which it goes on. */
    public String hoursHash() {
        return hoursHash;
    }

    CalendarText hours() {
        return hours;
    }
}
