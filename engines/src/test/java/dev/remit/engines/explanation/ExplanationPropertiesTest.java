package dev.remit.engines.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.StepBudget;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.ClockState;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.RandomTicket;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of the explanation of every ticket. */
class ExplanationPropertiesTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static SlaAccount account(RandomTicket ticket, Collection<SlaEvent> events) {
        return SlaClocks.account(
                ticket.pinned, ticket.delivery, events, ticket.asOf, ticket.asOf, StepBudget.UNBOUNDED);
    }

    private static Explanation explain(SlaAccount account) {
        return Explanation.of(account, Map.of(), ZONE);
    }

    @Property(tries = 500)
    void anyShuffleAndRepetitionIsToldInTheSameBytes(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        List<SlaEvent> again = new ArrayList<>(ticket.events);
        again.addAll(ticket.events);
        Collections.shuffle(again, new Random(seed));
        assertEquals(
                CanonicalJson.text(explain(account(ticket, ticket.events))),
                CanonicalJson.text(explain(account(ticket, again))));
    }

    @Property(tries = 500)
    void toldAndUntoldTheReadingIsOne(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        List<SlaEvent> withoutNotes = ticket.events.stream()
                .filter(event -> event.kind() != EventKind.INTERNAL_NOTE)
                .toList();
        assertEquals(
                SlaClocks.read(ticket.pinned, ticket.delivery, withoutNotes, ticket.asOf, ticket.asOf),
                account(ticket, ticket.events).reading());
    }

    @Property(tries = 500)
    void theStoryTellsWhatTheReadingHas(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        SlaAccount account = account(ticket, ticket.events);
        Explanation explanation = explain(account);
        for (ClockReading clock : account.reading().clocks()) {
            List<Statement> told = explanation.of(clock.kind());
            assertFalse(told.isEmpty());
            for (CycleReading cycle : clock.cycles()) {
                assertEquals(1, count(told, cycle, StatementCode.STARTED));
                assertEquals(cycle.stops().size(), count(told, cycle, StatementCode.STOPPED));
                assertEquals(cycle.breachedAt() == null ? 0 : 1, count(told, cycle, StatementCode.LATE));
                boolean due = cycle.endedAt() == null && cycle.due() != null && cycle.breachedAt() == null;
                assertEquals(
                        due && cycle.state() != ClockState.NO_TARGET ? 1 : 0,
                        count(told, cycle, StatementCode.DUE) + count(told, cycle, StatementCode.DUE_IF_WAIT_LASTS));
            }
            assertEquals(
                    DueCondition.of(account, clock.kind()).isPresent() ? 1 : 0,
                    told.stream()
                            .filter(statement -> statement.code() == StatementCode.DUE_IF_WAIT_LASTS)
                            .count());
        }
    }

    private static long count(List<Statement> told, CycleReading cycle, StatementCode code) {
        return told.stream()
                .filter(statement -> statement.code() == code && cycle.key().equals(statement.cycle()))
                .count();
    }

    /** Real time from the start is what counted, what paused, and what lay outside the clock's hours. */
    @Property(tries = 500)
    void theSecondsOfACycleAddUp(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        SlaAccount account = account(ticket, ticket.events);
        for (ClockReading clock : account.reading().clocks()) {
            for (CycleReading cycle : clock.cycles()) {
                var until = cycle.endedAt() == null ? ticket.asOf : cycle.endedAt();
                assertEquals(
                        Duration.between(cycle.startedAt(), until).toSeconds(),
                        account.seconds(cycle.startedAt(), until).total());
            }
        }
        if (account.reading().createdAt() != null) {
            assertEquals(
                    account.reading().seconds(),
                    account.seconds(account.reading().createdAt(), ticket.asOf));
        }
    }

    @Property(tries = 500)
    void everyStatementIsASentence(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        Explanation explanation = explain(account(ticket, ticket.events));
        List<Statement> all = new ArrayList<>(explanation.notDone());
        for (ClockKind kind : ClockKind.values()) {
            all.addAll(explanation.of(kind));
        }
        for (Statement statement : all) {
            String text = statement.text();
            assertTrue(text.endsWith(".") && Character.isUpperCase(text.charAt(0)), text);
            assertFalse(text.contains("null") || text.contains("  "), text);
        }
    }
}
