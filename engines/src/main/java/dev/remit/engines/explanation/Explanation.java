package dev.remit.engines.explanation;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaReading;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Why the clocks of a ticket stand as they do.
 *
 * @param ofClocks for each clock its story, cycle by cycle and each in the order of time
 * @param notDone what events did not do, in the order of time
 */
public record Explanation(Map<ClockKind, List<Statement>> ofClocks, List<Statement> notDone) {

    public Explanation {
        ofClocks = Map.copyOf(ofClocks);
        notDone = List.copyOf(notDone);
    }

    /** Explains a reading. */
    public static Explanation of(SlaAccount account, Map<String, EventNote> notes, ZoneId zone) {
        Sentences sentences = new Sentences(zone);
        Map<ClockKind, List<Statement>> ofClocks = new EnumMap<>(ClockKind.class);
        for (ClockReading clock : account.reading().clocks()) {
            ofClocks.put(
                    clock.kind(),
                    clock.cycles().isEmpty()
                            ? List.of(withoutCycle(clock, account.reading(), sentences))
                            : new ClockStory(account, clock, notes, sentences).tell());
        }
        return new Explanation(ofClocks, new EventsWithoutEffect(account, notes, sentences).tell());
    }

    /** Of a ticket under no terms. */
    public static Statement noTerms(ZoneId zone) {
        return new Draft(StatementCode.NO_TERMS).in(new Sentences(zone));
    }

    private static Statement withoutCycle(ClockReading clock, SlaReading reading, Sentences sentences) {
        StatementCode code =
                switch (clock.state()) {
                    case NOT_STARTED -> StatementCode.NOT_STARTED;
                    case NOT_RUN -> StatementCode.NOT_RUN;
                    default -> StatementCode.NO_TARGET;
                };
        Draft draft = new Draft(code).of(clock.kind(), null).with("because", clock.notRun());
        if (clock.state() == ClockState.NOT_STARTED) {
            ClockReading response = reading.clock(ClockKind.RESPONSE);
            boolean unanswered =
                    response.current() != null && response.current().endedAt() == null;
            String next = unanswered ? "FIRST_RESPONSE" : "CLIENT_MESSAGE";
            draft.with("awaits", reading.owner() == Owner.ENDED ? "NOTHING" : next);
        }
        return draft.in(sentences);
    }

    /** All that is said of one clock. */
    public List<Statement> of(ClockKind clock) {
        return ofClocks.getOrDefault(clock, List.of());
    }

    /** All that is said of what events did and did not do, in the order of the clocks. */
    public List<Statement> ofEvents() {
        List<Statement> all = new ArrayList<>();
        Stream.of(ClockKind.values()).map(this::of).forEach(all::addAll);
        all.addAll(notDone);
        all.removeIf(statement -> statement.event() == null);
        return all;
    }
}
