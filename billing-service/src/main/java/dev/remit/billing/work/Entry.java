package dev.remit.billing.work;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.ledger.Billability;
import dev.remit.engines.ledger.WorkEntry;
import dev.remit.engines.scope.Place;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One time entry as it stands: what was done, by whom, for which work item.
 *
 * @param workItemId null until the entry names one
 * @param clientId null until the ticket's client is known
 * @param workedSeconds hours that the source states, never more than the span; null where the span counts
 * @param timeless the source states hours on a date and no times; they are then counted from the date's first moment
 * @param unmapped names of role or work type that mean nothing here, so that a person must look first; null for none
 * @param place where it was done; null where it is not known
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
        boolean timeless,
        Long workedSeconds,
        @Enumerated(EnumType.STRING) Place place,
        boolean travel,
        @Enumerated(EnumType.STRING) Billability billable,
        boolean deleted,
        String unmapped,
        String sourceConnection,
        String sourceExternalId) {

    private ZoneId zone() {
        return ZoneId.of(siteZone);
    }

    /** The seconds to be billed: what the source states, never more than the span. */
    private long billedSeconds() {
        long span = endedAt.getEpochSecond() - startedAt.getEpochSecond();
        return workedSeconds == null ? span : Math.min(workedSeconds, span);
    }

    /**
     * SHA-256, in hex, of what the source says and money depends on. Another technician's name, another revision, or the
     * same hours said in another way change nothing.
     */
    public String factsHash() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("workItem", text(workItemId));
        facts.put("technician", technicianId);
        facts.put("site", text(siteCode));
        facts.put("zone", siteZone);
        facts.put("workType", text(workType));
        facts.put("role", text(role));
        facts.put("start", startedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("end", endedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("workedSeconds", Long.toString(billedSeconds()));
        if (timeless) {
            facts.put("timeless", true);
        }
        if (unmapped != null) {
            facts.put("unmapped", unmapped);
        }
        if (place != null) {
            facts.put("place", place.name());
        }
        facts.put("travel", travel);
        facts.put("billable", billable.name());
        return CanonicalJson.hash(facts);
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }

    /**
     * What the ledger needs of it.
     *
     * @param knownAt when it became known as it stands
     */
    public WorkEntry forLedger(UUID id, Instant knownAt) {
        return new WorkEntry(
                id,
                clientId,
                ticketId,
                workItemId,
                technicianId,
                siteCode,
                zone(),
                workType,
                role,
                startedAt,
                endedAt,
                workedSeconds,
                place,
                timeless,
                travel,
                billable,
                unmapped != null,
                deleted,
                factsHash(),
                knownAt);
    }

    /** The local date that the entry belongs to: that of its start. */
    public LocalDate workDate() {
        return LocalDate.ofInstant(startedAt, zone());
    }
}
