package dev.remit.contracts.agreements;

import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The next date of a kind that an agreement has, and how far ahead it was told of last. */
@Entity
@Unaudited("It follows from what was signed.")
@Table(name = "agreement_date")
class AgreementDate {
    /** So many days ahead it is told of, once each. */
    private static final List<Integer> TOLD_AHEAD = List.of(120, 60, 30);

    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_id")
    private Agreement agreement;

    @Enumerated(EnumType.STRING)
    private DateKind kind;

    private int version;

    @Column(name = "falls_on")
    private LocalDate date;

    /** The least of the days ahead that are behind it; null for none. */
    private Integer toldDays;

    private Instant lookAt;

    protected AgreementDate() {}

    AgreementDate(UUID id, Agreement agreement, DateKind kind, int version, LocalDate date, LocalDate today) {
        this.id = id;
        this.agreement = agreement;
        this.kind = kind;
        moves(version, date, today);
    }

    /** What lies behind by then is told of no more. */
    void moves(int ofVersion, LocalDate to, LocalDate today) {
        version = ofVersion;
        if (!to.equals(date)) {
            date = to;
            toldDays = null;
            TOLD_AHEAD.stream()
                    .filter(days -> to.minusDays(days).isBefore(today))
                    .forEach(days -> toldDays = days);
            lookAt = nextLook();
        }
    }

    /** Whether some of the days ahead have just been reached; they are then told of. */
    boolean isToBeTold(LocalDate today) {
        Integer before = toldDays;
        TOLD_AHEAD.stream()
                .filter(days -> toldDays == null || days < toldDays)
                .filter(days -> !date.minusDays(days).isAfter(today))
                .forEach(days -> toldDays = days);
        lookAt = nextLook();
        return toldDays != null && !toldDays.equals(before);
    }

    /** When there is something to tell, or it is over. */
    private Instant nextLook() {
        ZoneId zone = agreement.client().timeZone();
        return TOLD_AHEAD.stream()
                .filter(days -> toldDays == null || days < toldDays)
                .findFirst()
                .map(days -> date.minusDays(days))
                .orElse(date.plusDays(1))
                .atStartOfDay(zone)
                .toInstant();
    }

    boolean isDue(Instant now) {
        return !lookAt.isAfter(now);
    }

    long daysAhead(LocalDate today) {
        return ChronoUnit.DAYS.between(today, date);
    }

    UUID id() {
        return id;
    }

    Agreement agreement() {
        return agreement;
    }

    DateKind kind() {
        return kind;
    }

    int version() {
        return version;
    }

    LocalDate date() {
        return date;
    }
}
