package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.changes.ChangesList;
import dev.remit.contracts.agreements.changes.ChangesList.MoneySums;
import dev.remit.contracts.agreements.changes.ChangesList.Summary;
import dev.remit.kit.http.MoneyJson;
import java.util.ArrayList;
import java.util.List;

/** What a version changes that begins in the past, in sentences. The list itself is signed by its hash. */
final class ChangesText {
    private ChangesText() {}

    static List<String> of(ChangesList list) {
        Summary summary = list.summary();
        List<String> sentences = new ArrayList<>();
        sentences.add("This version begins in the past. It was compared with all "
                + Words.count(summary.ticketsLookedAt(), "ticket") + " from " + Words.date(list.from()) + " to "
                + Words.date(list.to().minusDays(1)) + " as they stood at " + list.asOf() + "; it changes "
                + summary.ticketsChanged() + " of them.");
        summary.verdicts()
                .forEach(change -> sentences.add(Words.count(change.workItems(), "piece") + " of work that "
                        + (change.workItems() == 1 ? "is " : "are ")
                        + (change.from() == null
                                ? "not ruled on yet"
                                : Words.plain(change.from().name()))
                        + (change.from() == change.to()
                                ? " stays so by another clause or in part"
                                : " becomes " + Words.plain(change.to().name()))
                        + "."));
        if (summary.breachesThatCome() > 0) {
            sentences.add(Words.count(summary.breachesThatCome(), "target") + " that was met becomes missed.");
        }
        if (summary.breachesThatGo() > 0) {
            sentences.add(Words.count(summary.breachesThatGo(), "target") + " that was missed no longer is.");
        }
        summary.money().stream().filter(ChangesText::moves).forEach(sums -> sentences.add(money(sums)));
        sentences.add("What is created or done until both have signed and the version is activated follows it likewise."
                + " The list of every ticket and amount is signed with this page.");
        return sentences;
    }

    private static boolean moves(MoneySums sums) {
        return !sums.billedBefore().equals(sums.billedAfter())
                || !sums.heldBefore().equals(sums.heldAfter());
    }

    private static String money(MoneySums sums) {
        return "Of the work whose price it changes " + words(sums.billedBefore()) + " is billed and "
                + words(sums.heldBefore()) + " waits; by this version " + words(sums.billedAfter()) + " is billed and "
                + words(sums.heldAfter()) + " waits.";
    }

    private static String words(MoneyJson money) {
        return money.amount() + " " + money.currency();
    }
}
