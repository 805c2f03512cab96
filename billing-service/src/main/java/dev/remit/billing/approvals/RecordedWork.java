package dev.remit.billing.approvals;

import dev.remit.engines.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Tells what stands recorded under a work item and waits for an approval. */
public interface RecordedWork {

    /** In the order of the work. The client's book is open whenever it is asked for what is to be kept. */
    List<Recorded> of(UUID clientId, UUID workItemId);

    /** The same as lines of a quote. */
    List<QuoteLine> lines(UUID clientId, UUID workItemId);

    /**
     * One time entry.
     *
     * @param factsHash of what the entry states
     * @param amount null where it cannot be rated
     */
    record Recorded(
            UUID timeEntryId,
            String factsHash,
            LocalDate date,
            Instant startedAt,
            String technicianName,
            long minutes,
            Money amount) {}
}
