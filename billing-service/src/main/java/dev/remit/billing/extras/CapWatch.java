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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells when most of an approved cap is used, and when all of it is: once each for every approval. */
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

    /** Looks at the work items of lines that have changed; the book is open and its lines are written. */
    void look(Outcome outcome, LineChanges changes, Instant now) {
        Set<UUID> workItems = changes.changed().stream()
                .map(line -> line.basis().workItemId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        for (UUID workItem : workItems) {
            Approvals approvals = outcome.facts().approvals().getOrDefault(workItem, Approvals.NONE);
            approvals.cap().filter(Money::isPositive).ifPresent(cap -> {
                Money used = used(outcome, workItem, cap);
                UUID approval = approvals.approved().getLast().quoteId();
                THRESHOLDS.stream()
                        .filter(threshold -> reaches(used, cap, threshold))
                        .findFirst()
                        .filter(threshold -> isNews(approval, threshold))
                        .ifPresent(threshold -> {
                            persist(new CapNotice(ids.next(), approval, threshold, now));
                            tell(approval, cap, used, threshold, last(changes, workItem));
                        });
            });
        }
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
    private static Extra last(LineChanges changes, UUID workItem) {
        return changes.changed().stream()
                .filter(line -> workItem.equals(line.basis().workItemId()))
                .max(Comparator.comparing((Extra line) -> changes.events().get(line) == LineEvent.OPENED)
                        .thenComparing(line -> line.basis().workStartedAt()))
                .orElseThrow();
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
