package dev.remit.billing.extras;

import dev.remit.billing.approvals.QuoteLine;
import dev.remit.billing.approvals.QuoteLine.RecordedEntry;
import dev.remit.billing.approvals.QuotePiece;
import dev.remit.billing.approvals.QuotePiece.PieceClause;
import dev.remit.billing.approvals.RecordedWork;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.LineKind;
import dev.remit.kit.http.MoneyJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Held lines as the entries that they were rated from. */
@ApplicationScoped
class RecordedLines implements RecordedWork {
    /** Reasons that end with an approval, and one that ends once a person says when the work was done. */
    private static final Set<HeldReason> WITH_APPROVAL = EnumSet.of(
            HeldReason.AWAITING_APPROVAL,
            HeldReason.DECLINED,
            HeldReason.QUOTE_EXPIRED,
            HeldReason.BEFORE_APPROVAL,
            HeldReason.OVER_CAP,
            HeldReason.TIMES_UNKNOWN);

    private final Extras extras;

    RecordedLines(Extras extras) {
        this.extras = extras;
    }

    @Override
    public List<Recorded> of(UUID clientId, UUID workItemId) {
        Map<UUID, Recorded> entries = new LinkedHashMap<>();
        for (Extra line : extras.heldOf(clientId, workItemId)) {
            if (line.figures().heldReason().awaitsApproval()) {
                entries.merge(line.timeEntryId(), recorded(line), RecordedLines::and);
            }
        }
        return List.copyOf(entries.values());
    }

    @Override
    public List<QuoteLine> lines(UUID clientId, UUID workItemId) {
        Map<UUID, List<Extra>> entries = extras.heldOf(clientId, workItemId).stream()
                .filter(line -> line.figures().heldReason().awaitsApproval())
                .collect(Collectors.groupingBy(line -> line.timeEntryId(), LinkedHashMap::new, Collectors.toList()));
        return entries.values().stream().map(RecordedLines::line).toList();
    }

    private static QuoteLine line(List<Extra> ofEntry) {
        LineBasis basis = ofEntry.getFirst().basis();
        List<QuotePiece> pieces = ofEntry.stream().map(RecordedLines::piece).toList();
        return new QuoteLine(
                "Work of " + basis.workDate() + " by " + basis.technicianName(),
                basis.workType(),
                basis.role(),
                basis.siteCode(),
                basis.workStartedAt(),
                ofEntry.stream().mapToLong(line -> line.figures().minutes()).sum(),
                null,
                1,
                ofEntry.stream().anyMatch(line -> line.kind() == LineKind.TRAVEL),
                null,
                new RecordedEntry(ofEntry.getFirst().timeEntryId(), basis.workDate(), basis.technicianName()),
                pieces);
    }

    /** What waits for nothing but the approval is billed with it. */
    private static QuotePiece piece(Extra line) {
        FigureColumns figures = line.figures();
        boolean billed = figures.amount() != null && WITH_APPROVAL.contains(figures.heldReason());
        MoneyJson worth = figures.amount() == null ? null : MoneyJson.of(figures.amount());
        return new QuotePiece(
                line.kind(),
                figures.cutFrom(),
                figures.band(),
                QuotePiece.beyondVolume(figures.piece()),
                1,
                figures.minutes(),
                line.basis().verdict(),
                line.basis().clauseId() == null
                        ? List.of()
                        : List.of(new PieceClause(
                                line.basis().clauseId(), line.basis().clauseTitle())),
                billed ? null : figures.heldReason(),
                billed ? worth : null,
                worth,
                figures.arithmetic());
    }

    private static Recorded recorded(Extra line) {
        return new Recorded(
                line.timeEntryId(),
                line.basis().factsHash(),
                line.basis().workDate(),
                line.basis().workStartedAt(),
                line.basis().technicianName(),
                line.figures().minutes(),
                line.figures().amount());
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
