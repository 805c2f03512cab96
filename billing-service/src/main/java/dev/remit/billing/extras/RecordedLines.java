package dev.remit.billing.extras;

import dev.remit.billing.approvals.RecordedWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Held lines as the entries that they were rated from. */
@ApplicationScoped
class RecordedLines implements RecordedWork {
    private final Extras extras;

    RecordedLines(Extras extras) {
        this.extras = extras;
    }

    @Override
    public List<Recorded> of(UUID clientId, UUID workItemId) {
        Map<UUID, Recorded> entries = new LinkedHashMap<>();
        for (Extra line : extras.heldOf(clientId, workItemId)) {
            if (line.figures.heldReason().awaitsApproval()) {
                entries.merge(line.timeEntryId, recorded(line), RecordedLines::and);
            }
        }
        return List.copyOf(entries.values());
    }

    private static Recorded recorded(Extra line) {
        return new Recorded(
                line.timeEntryId,
                line.basis.factsHash(),
                line.basis.workDate(),
                line.basis.workStartedAt(),
                line.basis.technicianName(),
                line.figures.minutes(),
                line.figures.amount());
    }

    /** One entry's lines are all in one currency; those of which one could not be rated have no sum. */
    private static Recorded and(Recorded one, Recorded next) {
        boolean rated = one.amount() != null && next.amount() != null;
        return new Recorded(
                one.timeEntryId(),
                one.factsHash(),
                one.date(),
                one.startedAt(),
                one.technicianName(),
                one.minutes() + next.minutes(),
                rated ? one.amount().plus(next.amount()) : null);
    }
}
