package dev.remit.billing.feeds;

import dev.remit.billing.work.Billability;
import dev.remit.billing.work.Entry;
import java.time.Instant;
import java.util.Arrays;
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
        Long workedSeconds,
        boolean travel,
        String billable,
        boolean deleted,
        Source source) {

    record Technician(String id, String name) {}

    record Source(String connection, String externalId) {}

    Entry entry() {
        return new Entry(
                revision,
                ticketId,
                workItemId,
                clientId,
                siteCode,
                siteZone == null ? "UTC" : siteZone,
                technician.id(),
                technician.name() == null ? technician.id() : technician.name(),
                workType,
                role,
                start,
                end,
                workedSeconds,
                travel,
                known(billable),
                deleted,
                source.connection(),
                source.externalId());
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
