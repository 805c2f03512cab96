package dev.remit.engines.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.sla.WaitReading.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reading says beside its clocks: owners, warnings, waits, and what was known when. */
class ReadingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nobody waits for anyone      | P3 | Mon1 10:00 created                                                              | Mon1 12:00 | MSP 120        | MSP
        the night is closed          | P3 | Mon1 16:00 created                                                              | Tue2 10:00 | CLOSED 960, MSP 120 | MSP
        closed also while waiting    | P3 | Mon1 16:00 created; Mon1 16:30 wait VENDOR                                      | Mon1 18:00 | CLOSED 60, VENDOR 30, MSP 30 | CLOSED
        closed by the resolution's hours | P1 | Sat6 10:00 created                                                          | Sat6 12:00 | MSP 120        | MSP
        the client was asked         | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT                  | Mon1 12:00 | CLIENT 60, MSP 60 | CLIENT
        the client was not asked     | P3 | Mon1 10:00 created; Mon1 11:00 wait CLIENT                                      | Mon1 12:00 | MSP 120        | MSP
        the client owes something    | P3 | Mon1 10:00 created; Mon1 11:00 wait RESPONSIBILITY                              | Mon1 12:00 | CLIENT 60, MSP 60 | CLIENT
        the client before a supplier | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 11:30 message; Mon1 11:30 wait CLIENT | Mon1 12:00 | CLIENT 30, VENDOR 30, MSP 60 | CLIENT
        a supplier before approval   | P3 | Mon1 10:00 created; Mon1 11:00 wait APPROVAL; Mon1 11:30 wait VENDOR            | Mon1 12:00 | VENDOR 30, APPROVAL 30, MSP 60 | VENDOR
        a later date is the MSP's    | P3 | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED until Tue2 09:00                  | Mon1 12:00 | MSP 120        | MSP
        whose it is where none pauses | P1 | Mon1 10:00 created; Mon1 11:00 wait VENDOR                                     | Mon1 12:00 | VENDOR 60, MSP 60 | VENDOR
        after the end                | P3 | Mon1 10:00 created; Mon1 11:00 resolved                                         | Mon1 18:00 | ENDED 420, MSP 60 | ENDED
        between resolved and reopened | P3 | Mon1 10:00 created; Mon1 11:00 resolved; Mon1 12:00 reopened                   | Mon1 13:00 | ENDED 60, MSP 120 | MSP
        no target has owners too     | P4 | Mon1 16:00 created                                                              | Mon1 18:00 | CLOSED 60, MSP 60 | CLOSED
        """)
    void givesEverySecondToOneOwner(
            String rule, String priority, String story, String asOf, String seconds, String owner) {
        SlaReading reading = Story.read(priority, story, asOf);
        String told = List.of(Owner.values()).stream()
                .filter(each -> reading.seconds().of(each) > 0)
                .map(each -> each + " " + reading.seconds().of(each) / 60)
                .collect(Collectors.joining(", "));
        assertEquals(seconds, told, rule);
        assertEquals(owner, reading.owner().toString(), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        in working time                       | P3 | Mon1 10:00 created                                              | Mon1 10:00 | 50 Tue2 10:00, 75 Tue2 14:00, 90 Tue2 16:24
        fired once reached                    | P3 | Mon1 10:00 created                                              | Tue2 10:00 | 50 Tue2 10:00!, 75 Tue2 14:00, 90 Tue2 16:24
        moved by a pause                      | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 12:00 end VENDOR | Mon1 12:00 | 50 Tue2 11:00, 75 Tue2 15:00, 90 Wed3 09:24
        stopped by a pause without an end     | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR                      | Mon1 12:00 | 50 -, 75 -, 90 -
        none after the end                    | P3 | Mon1 10:00 created; Tue2 12:00 resolved                         | Fri5 12:00 | 50 Tue2 10:00!, 75 -, 90 -
        not at the moment of the end          | P3 | Mon1 10:00 created; Tue2 10:00 resolved                         | Fri5 12:00 | 50 -, 75 -, 90 -
        a shorter target: at the change       | P3 | Mon1 10:00 created; Mon1 13:00 now P2                           | Mon1 13:00 | 50 Mon1 13:00!, 75 Mon1 13:00!, 90 Mon1 13:36
        a longer target: never twice          | P2 | Mon1 10:00 created; Mon1 12:30 now P3                           | Mon1 13:00 | 50 Mon1 12:00!, 75 Tue2 14:00, 90 Tue2 16:24
        not again as time goes on             | P3 | Mon1 10:00 created; Tue2 11:00 message; Tue2 15:00 message      | Wed3 09:00 | 50 Tue2 10:00!, 75 Tue2 14:00!, 90 Tue2 16:24!
        all of them by the due moment         | P3 | Mon1 10:00 created                                              | Thu4 10:00 | 50 Tue2 10:00!, 75 Tue2 14:00!, 90 Tue2 16:24!
        """)
    void warnsOncePerCycle(String rule, String priority, String story, String asOf, String warnings) {
        CycleReading cycle =
                Story.read(priority, story, asOf).clock(ClockKind.RESOLUTION).current();
        String told = cycle.warnings().stream()
                .map(warning -> warning.percent() + " " + (warning.at() == null ? "-" : Story.show(warning.at()))
                        + (warning.fired() ? "!" : ""))
                .collect(Collectors.joining(", "));
        assertEquals(warnings, told, rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "never", textBlock = """
        a warning of the response           | P3 | Mon1 10:00 created                                     | Mon1 10:00 | Mon1 12:00
        a warning of the plan is next       | P3 | Mon1 10:00 created; Mon1 10:30 message                 | Mon1 11:00 | Mon1 13:30
        the second after it is due          | P3 | Mon1 10:00 created                                     | Mon1 14:00 | Mon1 14:00:01
        the end of a wait                   | P3 | Mon1 10:00 created; Mon1 10:00 message; Mon1 10:00 plan; Mon1 10:10 wait SCHEDULED until Mon1 10:30 | Mon1 10:20 | Mon1 10:30
        nothing after the end               | P3 | Mon1 10:00 created; Mon1 11:00 resolved                | Mon1 12:00 | never
        nothing without targets             | P4 | Mon1 10:00 created                                     | Mon1 12:00 | never
        """)
    void saysWhenToLookAgain(String rule, String priority, String story, String asOf, String next) {
        Instant change = Story.read(priority, story, asOf).nextChange();
        assertEquals(next, change == null ? null : Story.show(change), rule);
    }

    @Test
    void keepsEveryResolution() {
        String story = "Mon1 10:00 created; Mon1 12:00 resolved; Tue2 09:00 reopened; Thu4 10:00 resolved";
        List<Stop> stops = Story.read("P3", story, "Fri5 12:00")
                .clock(ClockKind.RESOLUTION)
                .current()
                .stops();
        assertEquals(
                List.of("1:resolved", "3:resolved"),
                stops.stream().map(Stop::key).toList());
        assertEquals(List.of(true, false), stops.stream().map(Stop::met).toList());
        assertEquals(
                List.of(7_200L, 68_400L),
                stops.stream().map(Stop::consumedSeconds).toList());
    }

    @Test
    void tellsHowFarEachWaitWasAccepted() {
        String story = "Mon1 10:00 created; Mon1 10:10 wait CLIENT; Mon1 11:00 end CLIENT; Mon1 12:00 message;"
                + "Mon1 12:05 wait CLIENT; Mon1 13:00 contact; Mon1 14:00 wait SCHEDULED until Mon1 15:00;"
                + "Mon1 15:10 wait VENDOR; Mon1 15:20 wait APPROVAL; Mon1 15:30 end APPROVAL; Mon1 16:00 resolved";
        List<End> ends = Story.read("P3", story, "Fri5 12:00").waits().stream()
                .map(WaitReading::end)
                .toList();
        assertEquals(
                List.of(End.NO_QUESTION, End.CLIENT_ANSWERED, End.DATE_REACHED, End.TICKET_ENDED, End.ENDED), ends);
        WaitReading open = Story.read(
                        "P3", "Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT", "Mon1 12:00")
                .waits()
                .getFirst();
        assertEquals(End.OPEN, open.end());
        assertEquals(Story.at("Mon8 11:00"), open.to());
        assertTrue(open.counts());
    }

    @Test
    void aWaitThatTheClientContestedRightlyPausesNothingOnceThatIsKnown() {
        List<SlaEvent> events = new ArrayList<>(
                Story.events("Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT; Thu4 11:00 contact"));
        SlaEvent wait = events.stream()
                .filter(event -> event.kind() == EventKind.WAIT_STARTED)
                .findFirst()
                .orElseThrow();
        Instant settled = Story.at("Fri5 12:00");
        events.add(new SlaEvent("contest", wait.at(), settled, new Fact.WaitDisallowed(wait.key())));
        SlaReading before = SlaClocks.read(Story.terms("P3"), events, settled, settled.minusSeconds(1));
        SlaReading after = SlaClocks.read(Story.terms("P3"), events, settled, settled);
        assertEquals(End.CLIENT_ANSWERED, before.waits().getFirst().end());
        assertEquals(End.DISALLOWED, after.waits().getFirst().end());
        assertEquals(
                Story.at("Mon8 10:00"),
                before.clock(ClockKind.RESOLUTION).current().due());
        assertEquals(
                Story.at("Wed3 10:00"),
                after.clock(ClockKind.RESOLUTION).current().breachedAt());
        assertEquals(0, after.seconds().client());
    }

    @Test
    void saysByWhatAWaitForTheClientIsJudged() {
        String story = "Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 11:00 wait VENDOR";
        for (MessageDelivery delivery : MessageDelivery.values()) {
            List<WaitReading> waits =
                    Story.read("P3", delivery, story, "Mon1 12:00").waits();
            boolean seen = delivery == MessageDelivery.DELIVERED;
            assertEquals(
                    seen ? WaitProof.QUESTION : WaitProof.STATUS, waits.get(0).judgedBy());
            assertEquals(seen ? End.NO_QUESTION : End.OPEN, waits.get(0).end());
            assertNull(waits.get(1).judgedBy());
        }
    }

    @Test
    void aReadingFarOffIsBoundedByWhatItWalks() {
        List<SlaEvent> events = Story.events("Mon1 09:00 created; Mon1 10:00 wait VENDOR; Tue2 09:30 end VENDOR");
        SlaTerms terms = Story.terms("P2");
        Instant near = Instant.parse("2036-06-01T00:00:00Z");
        SlaReading bounded = SlaClocks.read(
                terms, MessageDelivery.DELIVERED, events, near, near, new StepBudget(20_000, () -> false));
        assertEquals(SlaClocks.read(terms, events, near, near), bounded);
        Instant far = Instant.parse("9999-12-31T00:00:00Z");
        StepBudget some = new StepBudget(1_000_000, () -> false);
        assertThrows(TooMuchWork.class, () -> SlaClocks.read(terms, MessageDelivery.DELIVERED, events, far, far, some));
    }

    @Test
    void beforeTheFirstResponseTheResponseAloneIsNext() {
        SlaReading reading = Story.read("UPDATE-60", "Mon1 09:00 created", "Mon1 12:59");
        assertEquals(
                Story.at("Mon1 13:00"),
                reading.clock(ClockKind.RESPONSE).current().due());
        assertEquals(List.of(), reading.clock(ClockKind.UPDATE).cycles());
        reading.clocks()
                .forEach(clock ->
                        assertEquals(List.of(), breaches(clock), clock.kind().toString()));
        assertEquals(Story.at("Mon1 13:00:01"), reading.nextChange());
    }

    @Test
    void aLateEventChangesOnlyWhatIsKnownSince() {
        List<SlaEvent> events = new ArrayList<>(Story.events("Mon1 10:00 created"));
        Instant answered = Story.at("Mon1 11:00");
        Instant heardOf = Story.at("Tue2 09:00");
        events.add(new SlaEvent("late", answered, heardOf, new Fact.PublicMessage(false)));
        Instant evening = Story.at("Mon1 16:00");
        SlaReading then = SlaClocks.read(Story.terms("P3"), events, evening, evening);
        SlaReading now = SlaClocks.read(Story.terms("P3"), events, evening, heardOf);
        assertEquals(ClockState.BREACHED, then.clock(ClockKind.RESPONSE).state());
        assertEquals(ClockState.MET, now.clock(ClockKind.RESPONSE).state());
        assertEquals(answered, now.clock(ClockKind.RESPONSE).current().endedAt());
    }

    @Test
    void theVersionKnownLastCounts() {
        Instant heardOf = Story.at("Mon1 12:30");
        SlaEvent first = SlaEvent.of("answer", Story.at("Mon1 12:00"), new Fact.PublicMessage(true));
        SlaEvent corrected = new SlaEvent("answer", Story.at("Mon1 11:00"), heardOf, new Fact.PublicMessage(false));
        List<SlaEvent> events = new ArrayList<>(Story.events("Mon1 10:00 created"));
        events.add(corrected);
        events.add(first);
        Instant asOf = Story.at("Mon1 13:00");
        SlaReading before = SlaClocks.read(Story.terms("P3"), events, asOf, heardOf.minusSeconds(1));
        SlaReading after = SlaClocks.read(Story.terms("P3"), events, asOf, heardOf);
        assertEquals(first.at(), before.clock(ClockKind.RESPONSE).current().endedAt());
        assertEquals(corrected.at(), after.clock(ClockKind.RESPONSE).current().endedAt());
    }

    @Test
    void tiesAreSettledByTheSourcesKeyNotByArrival() {
        Instant at = Story.at("Mon1 12:00");
        SlaEvent p2 = SlaEvent.of("a", at, new Fact.TermsChanged(Story.terms("P2"), false));
        SlaEvent p1 = SlaEvent.of("d", at, new Fact.TermsChanged(Story.terms("P1"), false));
        SlaEvent created = Story.events("Mon1 10:00 created").getFirst();
        SlaReading one = SlaClocks.read(Story.terms("P3"), List.of(p1, created, p2), at, at);
        SlaReading two = SlaClocks.read(Story.terms("P3"), List.of(p2, p1, created), at, at);
        assertEquals(one, two);
        assertEquals(900L, one.clock(ClockKind.RESPONSE).current().targetSeconds());
        assertEquals(-6_300L, one.clock(ClockKind.RESPONSE).current().remainingSeconds());
    }

    @Test
    void fractionsOfASecondNeverMakeALateOneOfOneInTime() {
        Instant created = Story.at("Mon1 10:00").plusMillis(900);
        Instant answered = Story.at("Mon1 14:00").plusMillis(800);
        List<SlaEvent> events = List.of(
                SlaEvent.of("created", created, new Fact.Created(false)),
                SlaEvent.of("answer", answered, new Fact.PublicMessage(false)));
        SlaReading reading = SlaClocks.read(Story.terms("P3"), events, Story.at("Mon1 15:00"), answered);
        assertEquals(ClockState.MET, reading.clock(ClockKind.RESPONSE).state());
        assertEquals(14_400, reading.clock(ClockKind.RESPONSE).current().consumedSeconds());
    }

    @Test
    void theFirstBreachOfAnyCycleIsKept() {
        SlaReading reading =
                Story.read("P3", "Mon1 09:00 created; Mon1 09:00 message; Mon1 16:00 message", "Mon1 16:30");
        assertEquals(List.of(Story.at("Mon1 15:00")), breaches(reading.clock(ClockKind.UPDATE)));
        assertEquals(List.of(), breaches(reading.clock(ClockKind.RESOLUTION)));
    }

    @Test
    void beforeCreationThereIsNothing() {
        SlaReading reading = Story.read("P3", "Mon1 10:00 created; Mon1 09:00 message", "Mon1 09:30");
        assertNull(reading.createdAt());
        assertNull(reading.clock(ClockKind.RESPONSE));
        assertNull(reading.nextChange());
        assertEquals(List.of(), reading.waits());
        assertEquals(0, reading.seconds().total());
    }

    @Test
    void aShareOfATargetIsRoundedUpToTheSecond() {
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(Story.terms("P3").clocks());
        clocks.put(ClockKind.RESPONSE, ClockTerms.usual(ClockKind.RESPONSE, Duration.ofSeconds(7), Story.OFFICE));
        Instant created = Story.at("Mon1 10:00");
        List<SlaEvent> events = List.of(SlaEvent.of("created", created, new Fact.Created(false)));
        List<Instant> warnings = SlaClocks.read(SlaTerms.usual(clocks), events, created, created)
                .clock(ClockKind.RESPONSE)
                .current()
                .warnings()
                .stream()
                .map(Warning::at)
                .toList();
        assertEquals(List.of(created.plusSeconds(4), created.plusSeconds(6), created.plusSeconds(7)), warnings);
    }

    @Test
    void aTargetOfNothingIsDueAtTheStart() {
        SlaTerms terms = Story.terms("P3");
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(terms.clocks());
        clocks.put(ClockKind.RESPONSE, ClockTerms.usual(ClockKind.RESPONSE, Duration.ZERO, Story.OFFICE));
        Instant created = Story.at("Mon1 10:00");
        List<SlaEvent> events = List.of(SlaEvent.of("created", created, new Fact.Created(false)));
        CycleReading atOnce = SlaClocks.read(SlaTerms.usual(clocks), events, created, created)
                .clock(ClockKind.RESPONSE)
                .current();
        CycleReading later = SlaClocks.read(SlaTerms.usual(clocks), events, created.plusSeconds(1), created)
                .clock(ClockKind.RESPONSE)
                .current();
        assertEquals(created, atOnce.due());
        assertEquals(ClockState.RUNNING, atOnce.state());
        assertEquals(ClockState.BREACHED, later.state());
        assertEquals(List.of(), later.warnings());
        assertNotEquals(atOnce, later);
    }

    private static List<Instant> breaches(ClockReading clock) {
        return clock.cycles().stream()
                .map(CycleReading::breachedAt)
                .filter(Objects::nonNull)
                .toList();
    }
}
