package dev.remit.engines.ledger;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.EntryState.Due;
import dev.remit.engines.ledger.FullValues.FullValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which entry each charge is made with that is made once for several: one that is published with it already, else the first
 * that is billed, else the first that waits. A price is charged once for the work item, a call-out once for the work item
 * and local date.
 */
final class Charges {
    private static final int FIRST_NUMBER = 50;

    private final Map<UUID, List<Due>> made = new HashMap<>();
    private final Map<UUID, List<BookedLine>> kept = new HashMap<>();
    private final Map<UUID, List<BookedLine>> outdated = new HashMap<>();

    /** What is charged once. A call-out has a date, a price has none. */
    private record Once(UUID workItem, Charge charge, String clause, LocalDate date) {

        static Once of(EntryState state, Due due) {
            return new Once(
                    state.entry().workItemId(),
                    due.charge(),
                    due.clause(),
                    due.charge().kind() == LineKind.CALL_OUT ? state.entry().workDate() : null);
        }
    }

    private record Candidate(EntryState state, Due due) {}

    /** @param states in order of start, then id */
    Charges(List<EntryState> states) {
        Map<Once, List<Candidate>> all = new LinkedHashMap<>();
        for (EntryState state : states) {
            for (Due due : state.dues()) {
                all.computeIfAbsent(Once.of(state, due), once -> new ArrayList<>())
                        .add(new Candidate(state, due));
            }
        }
        Map<UUID, List<Due>> published = new HashMap<>();
        all.values().forEach(candidates -> charge(candidates, published));
        states.forEach(state -> sortOut(state, published.getOrDefault(state.id(), List.of())));
    }

    private void charge(List<Candidate> candidates, Map<UUID, List<Due>> published) {
        Candidate first = candidates.stream()
                .filter(any -> any.state().publishedChargeOf(any.due()) != null)
                .findFirst()
                .orElse(null);
        if (first != null) {
            published
                    .computeIfAbsent(first.state().id(), id -> new ArrayList<>())
                    .add(first.due());
            return;
        }
        Candidate charged = candidates.stream()
                .min(Comparator.comparing(any -> any.due().hold() != null))
                .orElseThrow();
        made.computeIfAbsent(charged.state().id(), id -> new ArrayList<>()).add(charged.due());
    }

    private void sortOut(EntryState state, List<Due> holding) {
        List<UUID> rated =
                holding.stream().map(due -> state.publishedChargeOf(due).id()).toList();
        for (BookedLine line : state.publishedCharges()) {
            UUID of = line.origin() == Origin.FOLLOW_UP ? line.key().refersTo() : line.id();
            (rated.contains(of) ? kept : outdated)
                    .computeIfAbsent(state.id(), id -> new ArrayList<>())
                    .add(line);
        }
    }

    /** What is charged with an entry and not published. */
    List<FullValue> of(EntryState state) {
        return made.getOrDefault(state.id(), List.of()).stream()
                .filter(due -> !due.charge().isCounted() || due.charge().quantity() > 0)
                .map(due -> new FullValue(due.charge().kind(), figures(due)))
                .sorted(Comparator.comparingInt(value -> value.figures().lineNumber()))
                .toList();
    }

    private static Figures figures(Due due) {
        Charge charge = due.charge();
        int number = FIRST_NUMBER
                + charge.kind().ordinal() * (Band.values().length + 1)
                + (due.band() == null ? 0 : due.band().ordinal() + 1);
        return charge.isCounted()
                ? Figures.of(charge, due.band(), number)
                : new Figures(
                        PieceKey.of(due.band()), null, number, 0, null, null, 0, 0, null, HeldReason.AWAITING_COUNT);
    }

    /** Published charges of an entry that still hold, with their follow-ups. */
    List<BookedLine> kept(EntryState state) {
        return kept.getOrDefault(state.id(), List.of());
    }

    /** Published charges of an entry that no longer hold, with their follow-ups. */
    List<BookedLine> outdated(EntryState state) {
        return outdated.getOrDefault(state.id(), List.of());
    }
}
