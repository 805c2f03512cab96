package dev.remit.engines.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fold of a ticket's events against living through it five minutes at a time. */
class TicketAgainstReferenceTest {
    @Test
    void everyCycleAndEverySecondAgree() {
        for (long seed = 0; seed < 10_000; seed++) {
            RandomTicket ticket = new RandomTicket(seed, 14);
            SlaReading reading = ticket.read();
            SlowTicket slow = new SlowTicket(ticket).live();
            String where = "ticket " + seed;
            for (Owner owner : Owner.values()) {
                assertEquals(
                        slow.cells.getOrDefault(owner, 0L) * RandomTicket.CELL,
                        reading.seconds().of(owner),
                        where + " " + owner);
            }
            assertEquals(slow.cancelledFor, reading.cancelledFor(), where);
            assertEquals(slow.waits.stream().sorted().toList(), waits(reading), where);
            for (ClockKind kind : ClockKind.values()) {
                compare(slow.cycles.get(kind), reading.clock(kind).cycles(), ticket.asOf, where + " " + kind);
            }
        }
    }

    private static List<String> waits(SlaReading reading) {
        return reading.waits().stream()
                .map(wait -> wait.from() + " " + wait.reason() + " " + wait.key())
                .sorted()
                .toList();
    }

    private static void compare(List<SlowTicket.Cycle> slow, List<CycleReading> read, Instant asOf, String where) {
        assertEquals(slow.size(), read.size(), where);
        for (int i = 0; i < slow.size(); i++) {
            SlowTicket.Cycle expected = slow.get(i);
            CycleReading found = read.get(i);
            assertEquals(expected.key, found.key(), where);
            assertEquals(expected.startedAt, found.startedAt(), where);
            assertEquals(expected.usedByNow * RandomTicket.CELL, found.consumedSeconds(), where);
            assertEquals(
                    expected.target < 0 ? null : (Long) (expected.target * RandomTicket.CELL),
                    found.targetSeconds(),
                    where);
            assertEquals(expected.state, found.state(), where);
            assertEquals(expected.endedAt, found.endedAt(), where);
            assertEquals(expected.cancelledFor, found.cancelledFor(), where);
            assertEquals(expected.pausedBy, found.pausedBy(), where);
            assertEquals(expected.late ? expected.usedUpAt : null, found.breachedAt(), where);
            if (expected.endedAt == null) {
                assertEquals(expected.due, within(found.due(), asOf), where);
            }
        }
    }

    private static Instant within(Instant due, Instant asOf) {
        return due == null || due.isAfter(asOf.plus(Duration.ofDays(SlowTicket.FUTURE_DAYS))) ? null : due;
    }
}
