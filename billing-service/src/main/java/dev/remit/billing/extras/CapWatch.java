package dev.remit.billing.extras;

import dev.remit.billing.extras.LineSnapshot.StatedAmount;
import dev.remit.engines.ledger.Approvals;
import dev.remit.engines.ledger.Outcome;
import dev.remit.engines.money.Money;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells how much of an approved cap is used whenever lines under it change, and once each for every approval when most of it is
 * and when all of it is.
 */
@ApplicationScoped
class CapWatch implements PanacheRepositoryBase<CapNotice, UUID> {
    private static final int WHOLE = 100;
    private static final List<Integer> THRESHOLDS = List.of(WHOLE, 80);

    private final Extras extras;
    private final Outbox outbox;
    private final Ids ids;

    CapWatch(Extras extras, Outbox outbox, Ids ids) {
        this.extras = extras;
        this.outbox = outbox;
        this.ids = ids;
    }

    /**
     * The event that work has used a share of its cap.
     *
     * @param quoteId the last approval, whose cap the others' are added to
     * @param used what is billed of the work, and what would be billed if there were no cap
     * @param threshold 80, or 100 where nothing is left
     * @param percent the share that is used, in whole hundredths
     * @param technician whose work used it
     */
    private record CapNear(
            UUID ticketId,
            UUID workItemId,
            UUID clientId,
            UUID quoteId,
            StatedAmount cap,
            StatedAmount used,
            int threshold,
            BigInteger percent,
            Technician technician) {}

    private record Technician(String id, String name) {}

    /**
     * The event that says how much of its cap the work uses by now.
     *
     * @param quoteId the last approval, whose cap the others' are added to
     * @param used what is billed of the work, and what would be billed if there were no cap
     */
    private record CapUsed(
            UUID ticketId, UUID workItemId, UUID clientId, UUID quoteId, StatedAmount cap, StatedAmount used) {}

    /** Looks at the work items of lines that have changed or are there no more; the book is open and its lines are written. */
    void look(Outcome outcome, LineChanges changes, Instant now) {
        Map<UUID, Extra> touched = new LinkedHashMap<>();
        changes.events().keySet().stream()
                .filter(line -> line.basis().workItemId() != null)
                .forEach(line -> touched.put(line.basis().workItemId(), line));
        touched.forEach((workItem, line) -> {
            Approvals approvals = outcome.facts().approvals().getOrDefault(workItem, Approvals.NONE);
            approvals.cap().filter(Money::isPositive).ifPresent(cap -> {
                Money used = used(outcome, workItem, cap);
                UUID approval = approvals.approved().getLast().quoteId();
                tellUsed(approval, cap, used, line);
                last(changes, workItem).ifPresent(work -> tellNear(approval, cap, used, work, now));
            });
        });
    }

    private void tellNear(UUID approval, Money cap, Money used, Extra work, Instant now) {
        THRESHOLDS.stream()
                .filter(threshold -> reaches(used, cap, threshold))
                .findFirst()
                .filter(threshold -> isNews(approval, threshold))
                .ifPresent(threshold -> {
                    persist(new CapNotice(ids.next(), approval, threshold, now));
                    tell(approval, cap, used, threshold, work);
                });
    }

    private Money used(Outcome outcome, UUID workItem, Money cap) {
        String currency = cap.currency().code();
        Money open = Money.of(extras.underCap(outcome.facts().clientId(), workItem, currency), currency);
        return outcome.facts().billed(workItem).in(cap.currency()).plus(open);
    }

    private static boolean reaches(Money used, Money cap, int threshold) {
        return percent(used, cap).compareTo(BigInteger.valueOf(threshold)) >= 0;
    }

    private static BigInteger percent(Money used, Money cap) {
        return BigInteger.valueOf(used.minor())
                .multiply(BigInteger.valueOf(WHOLE))
                .divide(BigInteger.valueOf(cap.minor()));
    }

    private boolean isNews(UUID quote, int threshold) {
        return count("quoteId = ?1 and threshold >= ?2", quote, threshold) == 0;
    }

    /** The work that used it: of lines that are new the last, else of those that are otherwise than before. */
    private static Optional<Extra> last(LineChanges changes, UUID workItem) {
        return changes.changed().stream()
                .filter(line -> workItem.equals(line.basis().workItemId()))
                .max(Comparator.comparing((Extra line) -> changes.events().get(line) == LineEvent.OPENED)
                        .thenComparing(line -> line.basis().workStartedAt()));
    }

    private void tellUsed(UUID approval, Money cap, Money used, Extra line) {
        LineBasis basis = line.basis();
        outbox.append(
                "CapUsed",
                basis.workItemId(),
                new CapUsed(
                        basis.ticketId(),
                        basis.workItemId(),
                        line.clientId(),
                        approval,
                        StatedAmount.of(cap),
                        StatedAmount.of(used)));
    }

    private void tell(UUID approval, Money cap, Money used, int threshold, Extra line) {
        LineBasis basis = line.basis();
        outbox.append(
                "CapNear",
                basis.workItemId(),
                new CapNear(
                        basis.ticketId(),
                        basis.workItemId(),
                        line.clientId(),
                        approval,
                        StatedAmount.of(cap),
                        StatedAmount.of(used),
                        threshold,
                        percent(used, cap),
                        new Technician(basis.technicianId(), basis.technicianName())));
    }
}
