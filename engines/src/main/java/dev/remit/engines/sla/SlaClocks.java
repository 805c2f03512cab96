package dev.remit.engines.sla;

import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the clocks of one ticket. */
public final class SlaClocks {
    private SlaClocks() {}

    /**
     * Folds a ticket's events under its terms.
     *
     * <p>Events are taken by the time they happened, whatever order they are given in: ties by {@link EventKind} and then
     * the source's key, and what ends something that began only at that instant after its beginning. Of several with one
     * key the one known last counts, once. Time is counted in whole seconds. What happened before creation is taken to
     * have happened at creation. Resolving a ticket also ends a response, a plan or an update that was still owed, in time
     * if it is. A clock that nothing its source delivers can stop is not run.
     *
     * @param pinned the terms from creation on, until an event changes them
     * @param delivery whether the ticket's source delivers messages
     * @param events everything recorded, repetitions too
     * @param asOf the moment to read; what happened later is left out
     * @param knownAt what became known later is left out; give {@code asOf} for what could be said at the time, a later
     *     moment for what is known of it now
     * @return the reading, equal for equal facts
     */
    public static SlaReading read(
            SlaTerms pinned, MessageDelivery delivery, Collection<SlaEvent> events, Instant asOf, Instant knownAt) {
        return read(pinned, delivery, events, asOf, knownAt, StepBudget.UNBOUNDED);
    }

    /**
     * As {@link #read(SlaTerms, MessageDelivery, Collection, Instant, Instant)}, with a bound to the time that is walked
     * from one event to the next, and from the last to {@code asOf}. What is looked for ahead has a horizon of its own.
     *
     * @throws TooMuchWork when the budget does not reach as far as {@code asOf}
     */
    public static SlaReading read(
            SlaTerms pinned,
            MessageDelivery delivery,
            Collection<SlaEvent> events,
            Instant asOf,
            Instant knownAt,
            StepBudget budget) {
        return read(pinned, delivery, events, asOf, knownAt, budget, FoldWitness.NONE);
    }

    /** As {@link #read(SlaTerms, MessageDelivery, Collection, Instant, Instant, StepBudget)}, with how it came about. */
    public static SlaAccount account(
            SlaTerms pinned,
            MessageDelivery delivery,
            Collection<SlaEvent> events,
            Instant asOf,
            Instant knownAt,
            StepBudget budget) {
        FoldRecorder recorder = new FoldRecorder();
        SlaReading reading = read(pinned, delivery, events, asOf, knownAt, budget, recorder);
        return recorder.account(reading);
    }

    /** Which of some marks the clocks have come to, and when they come to the next. */
    public static MarkReading marks(
            SlaTerms pinned,
            MessageDelivery delivery,
            Collection<SlaEvent> events,
            Instant asOf,
            Instant knownAt,
            Collection<ClockMark> marks) {
        MarkRecorder recorder = new MarkRecorder(marks);
        return recorder.read(read(pinned, delivery, events, asOf, knownAt, StepBudget.UNBOUNDED, recorder));
    }

    /** The waits alone that a reading would have, in the order in which they began. */
    public static List<WaitReading> waits(
            SlaTerms pinned, MessageDelivery delivery, Collection<SlaEvent> events, Instant asOf, Instant knownAt) {
        List<SlaEvent> ordered = ordered(events, asOf, knownAt);
        SlaEvent created = takeCreation(ordered);
        return created == null
                ? List.of()
                : new WaitFold(pinned, delivery, created.at(), asOf).fold(SimultaneousEvents.settle(ordered));
    }

    private static SlaReading read(
            SlaTerms pinned,
            MessageDelivery delivery,
            Collection<SlaEvent> events,
            Instant asOf,
            Instant knownAt,
            StepBudget budget,
            FoldWitness witness) {
        Objects.requireNonNull(pinned, "pinned");
        Objects.requireNonNull(delivery, "delivery");
        List<SlaEvent> ordered = ordered(events, asOf, knownAt);
        SlaEvent created = takeCreation(ordered);
        if (created == null) {
            SecondsByOwner none = new SecondsByOwner(0, 0, 0, 0, 0, 0);
            return new SlaReading(asOf, knownAt, null, List.of(), List.of(), null, none, null, null);
        }
        List<SlaEvent> settled = SimultaneousEvents.settle(ordered);
        List<WaitReading> waits = new WaitFold(pinned, delivery, created.at(), asOf).fold(settled);
        return new TicketFold(pinned, delivery, created, waits, budget, witness)
                .fold(settled)
                .read(asOf, knownAt);
    }

    /** Reads the clocks of a ticket whose source delivers messages. */
    public static SlaReading read(SlaTerms pinned, Collection<SlaEvent> events, Instant asOf, Instant knownAt) {
        return read(pinned, MessageDelivery.DELIVERED, events, asOf, knownAt);
    }

    private static List<SlaEvent> ordered(Collection<SlaEvent> events, Instant asOf, Instant knownAt) {
        Map<String, SlaEvent> byKey = HashMap.newHashMap(events.size());
        for (SlaEvent event : events) {
            if (!event.knownAt().isAfter(knownAt)) {
                byKey.merge(event.key(), event, (a, b) -> SlaEvent.BY_KNOWLEDGE.compare(a, b) >= 0 ? a : b);
            }
        }
        List<SlaEvent> ordered = new ArrayList<>(byKey.size());
        for (SlaEvent event : byKey.values()) {
            if (!event.at().isAfter(asOf)) {
                ordered.add(event);
            }
        }
        ordered.sort(SlaEvent.FOLD_ORDER);
        return ordered;
    }

    /** Takes the first creation out of the list. */
    private static SlaEvent takeCreation(List<SlaEvent> ordered) {
        for (int i = 0; i < ordered.size(); i++) {
            if (ordered.get(i).kind() == EventKind.CREATED) {
                return ordered.remove(i);
            }
        }
        return null;
    }
}
