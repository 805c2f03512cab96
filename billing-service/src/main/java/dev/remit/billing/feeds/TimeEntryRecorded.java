package dev.remit.billing.feeds;

import dev.remit.billing.work.Entry;
import dev.remit.engines.ledger.Billability;
import dev.remit.engines.scope.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A time entry in full, told again at each change. */
record TimeEntryRecorded(
        UUID timeEntryId,
        long revision,
        UUID ticketId,
        UUID workItemId,
        UUID clientId,
        String siteCode,
        String siteZone,
        Technician technician,
        String workType,
        String role,
        Instant start,
        Instant end,
        LocalDate date,
        Long workedSeconds,
        String place,
        boolean travel,
        String billable,
        boolean deleted,
        List<String> unmapped,
        Source source)
        implements Fact {

    record Technician(String id, String name) {}

    record Source(String connection, String externalId) {}

    Entry entry() {
        boolean timeless = start == null;
        ZoneId zone = ZoneId.of(siteZone == null ? "UTC" : siteZone);
        Instant from = timeless ? date.atStartOfDay(zone).toInstant() : start;
        Instant to = timeless ? from.plusSeconds(workedSeconds) : end;
        return new Entry(
                revision,
                ticketId,
                workItemId,
                clientId,
                siteCode,
                zone.getId(),
                technician.id(),
                technician.name() == null ? technician.id() : technician.name(),
                workType,
                role,
                from,
                to,
                timeless,
                workedSeconds,
                knownPlace(),
                travel,
                known(billable),
                deleted,
                unmapped == null || unmapped.isEmpty() ? null : String.join(",", unmapped),
                source.connection(),
                source.externalId());
    }

    /** A word newer than this service is no place that is known. */
    private Place knownPlace() {
        return Arrays.stream(Place.values())
                .filter(candidate -> candidate.name().equals(place))
                .findFirst()
                .orElse(null);
    }

    /** What the source says in a word newer than this service is not charged for. */
    private static Billability known(String billable) {
        return billable == null
                ? Billability.BILLABLE
                : Arrays.stream(Billability.values())
                        .filter(candidate -> candidate.name().equals(billable))
                        .findFirst()
                        .orElse(Billability.NOT_BILLABLE);
    }
}
