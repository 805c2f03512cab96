package dev.remit.billing.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.billing.work.Ruling;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.json.Json;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** The tickets service ruled on a work item, for the first time or again. */
record WorkItemRuled(
        UUID ticketId,
        String connection,
        String externalId,
        UUID workItemId,
        UUID clientId,
        String title,
        boolean confidential,
        UUID rulingId,
        int sequence,
        String verdict,
        String status,
        String item,
        Planned planned,
        JsonNode cases,
        Quantity quantity,
        Agreement agreement,
        String reason,
        Instant ruledAt)
        implements Fact {

    record Agreement(UUID agreementId, Integer version, String documentHash, String contentHash) {}

    /** The work as it is planned. */
    record Planned(String band) {}

    /** How many units staff have counted. */
    record Quantity(long count) {}

    Ruling ruling() {
        Agreement signed = agreement == null ? new Agreement(null, null, null, null) : agreement;
        return new Ruling(
                ticketId,
                clientId,
                connection,
                externalId,
                confidential ? null : title,
                confidential,
                rulingId,
                sequence,
                known(Verdict.values(), verdict, Verdict.SILENT),
                planned == null ? null : known(Band.values(), planned.band(), null),
                status,
                item,
                readCases(),
                quantity == null ? null : quantity.count(),
                signed.agreementId(),
                signed.version(),
                signed.documentHash(),
                signed.contentHash(),
                reason,
                ruledAt);
    }

    /** Cases that are newer than this service hold the work, as silence does. */
    private RulingCases readCases() {
        try {
            return cases == null || cases.isNull() ? RulingCases.NONE : Json.read(cases, RulingCases.class);
        } catch (InvalidInput unknown) {
            return RulingCases.NONE;
        }
    }

    /** A name that is newer than this service says what stands for all such: of a verdict silence, which holds the work. */
    private static <E extends Enum<E>> E known(E[] names, String name, E otherwise) {
        return Arrays.stream(names)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
