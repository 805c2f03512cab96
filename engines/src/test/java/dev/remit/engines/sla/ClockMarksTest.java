package dev.remit.engines.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When cycles come to marks: shares of the target, and working time before and after the due moment. */
class ClockMarksTest {
    private static final ClockMark HALF = new ClockMark("half", ClockKind.RESOLUTION, 50, null);
    private static final ClockMark AN_HOUR_BEFORE = new ClockMark("before", ClockKind.RESOLUTION, null, -3600L);
    private static final ClockMark TWO_HOURS_AFTER = new ClockMark("after", ClockKind.RESOLUTION, null, 7200L);
    private static final ClockMark TWICE = new ClockMark("twice", ClockKind.RESOLUTION, 200, null);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "never", textBlock = """
        none yet                          | P2 | Mon1 10:00 created                                                    | Mon1 11:59 |                                                             | Mon1 12:00
        at the start                      | P2 | Mon1 10:00 created                                                    | Mon1 10:00 |                                                             | Mon1 12:00
        at the mark                       | P2 | Mon1 10:00 created                                                    | Mon1 12:00 | half Mon1 12:00                                             | Mon1 13:00
        after it is due, in working time  | P2 | Mon1 10:00 created                                                    | Mon1 16:30 | half Mon1 12:00, before Mon1 13:00, after Mon1 16:00        | Tue2 10:00
        twice the target, the next day    | P2 | Mon1 10:00 created                                                    | Tue2 10:00 | half Mon1 12:00, before Mon1 13:00, after Mon1 16:00, twice Tue2 10:00 | never
        none while it is paused           | P2 | Mon1 10:00 created; Mon1 11:00 wait VENDOR                            | Mon1 16:00 |                                                             | never
        a pause moves it                  | P2 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 12:00 end VENDOR     | Mon1 13:30 | half Mon1 13:00                                             | Mon1 14:00
        none after the end                | P2 | Mon1 10:00 created; Mon1 12:30 resolved                               | Tue2 12:00 | half Mon1 12:00                                             | never
        none at the end                   | P2 | Mon1 10:00 created; Mon1 12:00 resolved                               | Tue2 12:00 |                                                             | never
        what a shorter target leaves behind | P3 | Mon1 10:00 created; Mon1 13:30 now P2                               | Mon1 13:40 | before Mon1 13:30, half Mon1 13:30                          | Mon1 16:00
        once for each cycle               | P2 | Mon1 10:00 created; Mon1 12:30 now P3                                 | Tue2 16:30 | half Mon1 12:00                                             | Tue2 17:00
        """)
    void comeOnceForEachCycle(String rule, String priority, String story, String asOf, String reached, String next) {
        Instant at = Story.at(asOf);
        MarkReading read = SlaClocks.marks(
                Story.terms(priority),
                MessageDelivery.DELIVERED,
                Story.events(story),
                at,
                at,
                List.of(HALF, AN_HOUR_BEFORE, TWO_HOURS_AFTER, TWICE));
        assertEquals(
                reached == null ? "" : reached,
                read.reached().stream()
                        .map(mark -> mark.mark() + " " + Story.show(mark.at()))
                        .collect(Collectors.joining(", ")),
                rule);
        assertEquals(next, read.next() == null ? null : Story.show(read.next()), rule);
    }

    @Test
    void aMarkSaysOnceWhen() {
        assertThrows(InvalidInput.class, () -> new ClockMark("x", ClockKind.PLAN, null, null));
        assertThrows(InvalidInput.class, () -> new ClockMark("x", ClockKind.PLAN, 50, 60L));
        assertThrows(InvalidInput.class, () -> new ClockMark("x", ClockKind.PLAN, 0, null));
    }

    @Property(tries = 500)
    void whateverTheOrderAndWheneverItIsLookedAt(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 20);
        Random random = new Random(seed);
        List<ClockMark> marks = new ArrayList<>();
        for (ClockKind kind : ClockKind.values()) {
            marks.add(new ClockMark("share", kind, 1 + random.nextInt(150), null));
            marks.add(new ClockMark("time", kind, null, (long) (random.nextInt(40_000) - 20_000)));
        }
        MarkReading read = marks(ticket, ticket.events, ticket.asOf, marks);
        List<SlaEvent> again = new ArrayList<>(ticket.events);
        again.addAll(ticket.events);
        Collections.shuffle(again, random);
        assertEquals(read, marks(ticket, again, ticket.asOf, marks));
        assertTrue(read.next() == null || read.next().isAfter(ticket.asOf));
        assertTrue(read.reached().stream().noneMatch(mark -> mark.at().isAfter(ticket.asOf)));
        assertEquals(
                read.reached().size(),
                read.reached().stream()
                        .map(mark -> mark.mark() + mark.clock() + mark.cycle())
                        .distinct()
                        .count());
        List<SlaEvent> soFar = ticket.events.stream()
                .filter(event -> !event.at().isAfter(ticket.asOf))
                .toList();
        SlaReading reading = ticket.read();
        boolean isFirst = reading.nextChange() == null
                || read.next() == null
                || !read.next().isAfter(reading.nextChange());
        if (read.next() != null && isFirst) {
            MarkReading later = marks(ticket, soFar, read.next(), marks);
            assertTrue(later.reached().containsAll(read.reached()), "nothing is taken back by time");
            assertTrue(later.reached().size() > read.reached().size(), "too early: " + read.next());
            assertEquals(
                    read.reached(),
                    marks(ticket, soFar, read.next().minusSeconds(1), marks).reached());
        }
    }

    private static MarkReading marks(RandomTicket ticket, List<SlaEvent> events, Instant asOf, List<ClockMark> marks) {
        return SlaClocks.marks(ticket.pinned, ticket.delivery, events, asOf, asOf, marks);
    }
}
