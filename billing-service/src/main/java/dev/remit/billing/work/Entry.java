package dev.remit.billing.work;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * One time entry as it stands: what was done, by whom, for which work item.
 *
 * @param workItemId null until the entry names one
 * @param clientId null until the ticket's client is known
 * @param workedSeconds hours that the source states, never more than the span; null where the span counts
 * @param siteZone IANA zone of the place, whose calendar dates the work
 * @param deleted the source took it back
 */
@Embeddable
public record Entry(
        long revision,
        UUID ticketId,
        UUID workItemId,
        UUID clientId,
        String siteCode,
        String siteZone,
        String technicianId,
        String technicianName,
        String workType,
        String role,
        Instant startedAt,
        Instant endedAt,
        Long workedSeconds,
        boolean travel,
        @Enumerated(EnumType.STRING) Billability billable,
        boolean deleted,
        String sourceConnection,
        String sourceExternalId) {

    public ZoneId zone() {
        return ZoneId.of(siteZone);
    }

    /** The local date that the entry belongs to: that of its start. */
    public LocalDate workDate() {
        return LocalDate.ofInstant(startedAt, zone());
    }
}
