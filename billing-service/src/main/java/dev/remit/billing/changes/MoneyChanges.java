package dev.remit.billing.changes;

import dev.remit.billing.extras.CandidateLines.Compared;
import dev.remit.billing.extras.CandidateLines.WorkFigures;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.kit.http.MoneyJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a version would change of money.
 *
 * @param workItems those that would be billed otherwise
 * @param totals of all of them together, by currency
 */
record MoneyChanges(List<WorkItemChange> workItems, List<MoneySums> totals) {

    /**
     * A work item.
     *
     * @param ticket as people name it
     */
    record WorkItemChange(UUID workItemId, String ticket, List<MoneySums> sums) {}

    /**
     * In one currency: what is billed, and what would be but for an approval, a ruling or a cap.
     *
     * @param heldBefore what waits, as it stands
     * @param heldAfter what would wait
     */
    record MoneySums(MoneyJson billedBefore, MoneyJson billedAfter, MoneyJson heldBefore, MoneyJson heldAfter) {

        boolean isOther() {
            return !billedBefore.equals(billedAfter) || !heldBefore.equals(heldAfter);
        }
    }

    /** @param ticketOf names the ticket of a work item */
    static MoneyChanges of(Compared compared, Function<UUID, String> ticketOf) {
        List<WorkItemChange> changes = Stream.concat(compared.before().stream(), compared.after().stream())
                .map(WorkFigures::workItemId)
                .distinct()
                .sorted(Comparator.comparing(UUID::toString))
                .map(workItem -> new WorkItemChange(
                        workItem,
                        ticketOf.apply(workItem),
                        sums(of(workItem, compared.before()), of(workItem, compared.after()))))
                .filter(change -> change.sums().stream().anyMatch(MoneySums::isOther))
                .toList();
        List<UUID> changed = changes.stream().map(WorkItemChange::workItemId).toList();
        return new MoneyChanges(changes, sums(of(changed, compared.before()), of(changed, compared.after())));
    }

    private static List<Figures> of(UUID workItem, List<WorkFigures> lines) {
        return of(List.of(workItem), lines);
    }

    private static List<Figures> of(List<UUID> workItems, List<WorkFigures> lines) {
        return lines.stream()
                .filter(line -> workItems.contains(line.workItemId()))
                .map(WorkFigures::figures)
                .toList();
    }

    private static List<MoneySums> sums(List<Figures> before, List<Figures> after) {
        TreeSet<MinorUnits> currencies = new TreeSet<>(Comparator.comparing(MinorUnits::code));
        Stream.concat(before.stream(), after.stream())
                .map(Figures::bills)
                .filter(Objects::nonNull)
                .forEach(money -> currencies.add(money.currency()));
        List<MoneySums> sums = new ArrayList<>();
        for (MinorUnits currency : currencies) {
            sums.add(new MoneySums(
                    sum(before, Figures::bills, currency),
                    sum(after, Figures::bills, currency),
                    sum(before, MoneyChanges::waits, currency),
                    sum(after, MoneyChanges::waits, currency)));
        }
        return sums;
    }

    private static MoneyJson sum(List<Figures> lines, Function<Figures, Money> part, MinorUnits currency) {
        return MoneyJson.of(
                Sums.of(lines.stream().map(part).filter(Objects::nonNull)).in(currency));
    }

    /** Null where nothing does, or nothing could be rated. */
    private static Money waits(Figures line) {
        boolean waits = line.heldReason() != null && !line.heldReason().isFinal() && line.currency() != null;
        return waits ? Money.of(line.amountMinor(), line.currency()) : null;
    }
}
