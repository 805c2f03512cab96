package dev.remit.engines.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.StepBudget;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.RandomTicket;
import dev.remit.engines.sla.SecondsByOwner;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.Story;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose a ticket's time was, month by month. The office is open Monday to Friday, 9 to 17; 30 June is a Tuesday. */
class OwnedTimeTest {
    private static SlaAccount account(
            SlaTerms terms, MessageDelivery delivery, Collection<SlaEvent> events, Instant at) {
        return SlaClocks.account(terms, delivery, events, at, at, StepBudget.UNBOUNDED);
    }

    private static String told(String priority, String story, String asOf, List<AskedApprover> asked) {
        Instant at = Instant.parse(asOf);
        SlaAccount account = account(Story.terms(priority), MessageDelivery.NOT_DELIVERED, Story.events(story), at);
        return OwnedTime.of(account, asked, Story.LONDON).stream()
                .map(time -> told(time, at))
                .collect(Collectors.joining(", "));
    }

    private static String told(OwnedTime time, Instant at) {
        String of = time.owner() + (time.approver().isEmpty() ? "" : " " + time.approver());
        String minutes = openSeconds(time, at) / 60 + " of " + realSeconds(time, at) / 60;
        return of + " " + time.month().getMonthValue() + (time.isFirst() ? "" : " on") + " " + minutes
                + (time.to() == null ? " so far" : "");
    }

    private static long openSeconds(OwnedTime time, Instant at) {
        return time.openSeconds() + (time.to() == null ? OpenHours.until(time.calendar(), at) : 0);
    }

    private static long realSeconds(OwnedTime time, Instant at) {
        Instant to = time.to() == null ? at : time.to();
        return to.getEpochSecond() - time.from().getEpochSecond();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # story                                                                       | asOf                 | by hand
        Tue30 16:00 created                                                           | 2026-06-30T15:00:00Z | MSP 6 0 of 0 so far
        Tue30 16:00 created                                                           | 2026-07-01T09:00:00Z | MSP 6 120 of 1080 so far
        Tue30 16:00 created; Tue30 16:30 wait CLIENT                                  | 2026-06-30T15:30:00Z | MSP 6 30 of 30, CLIENT 6 0 of 0 so far
        Mon29 16:00 created; Tue30 09:00 resolved                                     | 2026-07-09T09:00:00Z | MSP 6 60 of 1020
        Mon29 16:00 created; Mon29 16:10 wait VENDOR; Tue30 09:00 end VENDOR          | 2026-06-30T09:00:00Z | MSP 6 10 of 10, VENDOR 6 50 of 1010, MSP 6 60 of 60 so far
        Mon29 16:00 created; Mon29 16:10 wait VENDOR; Mon29 16:30 wait CLIENT; Mon29 16:40 end CLIENT | 2026-06-29T16:00:00Z | MSP 6 10 of 10, VENDOR 6 20 of 20, CLIENT 6 10 of 10, VENDOR 6 20 of 20 so far
        Mon29 16:00 created; Mon29 17:00 resolved; Tue30 09:00 reopened               | 2026-06-30T09:00:00Z | MSP 6 60 of 60, MSP 6 60 of 60 so far
        Mon29 16:00 created; Mon29 16:00 now P1                                       | 2026-06-30T09:00:00Z | MSP 6 1080 of 1080 so far
        Mon29 16:00 created; Tue30 10:00 now P1                                       | 2026-06-30T10:00:00Z | MSP 6 180 of 1140 so far
        Mon29 16:00 created; Tue30 12:00 cancelled SPAM                               | 2026-07-09T09:00:00Z | MSP 6 240 of 1200
        """)
    void aLifeIsCutWhereTheOwnerChanges(String story, String asOf, String byHand) {
        assertEquals(byHand, told("P3", story, asOf, List.of()));
    }

    @Test
    void whatIsOverIsCutAtTheEndOfTheMonthAndWhatGoesOnIsNot() {
        Instant begin = Story.at("Tue30 16:00");
        List<SlaEvent> events = new ArrayList<>(Story.events("Tue30 16:00 created"));
        events.add(new SlaEvent(
                "end",
                Instant.parse("2026-07-01T09:00:00Z"),
                begin,
                Story.events("Mon1 09:00 resolved").getFirst().fact()));
        Instant at = Instant.parse("2026-08-03T09:00:00Z");
        SlaAccount account = account(Story.terms("P3"), MessageDelivery.DELIVERED, events, at);
        assertEquals(
                "MSP 6 60 of 480, MSP 7 on 60 of 600",
                OwnedTime.of(account, List.of(), Story.LONDON).stream()
                        .map(time -> told(time, at))
                        .collect(Collectors.joining(", ")));
        assertEquals(
                "MSP 6 11100 of 48000 so far", told("P3", "Tue30 16:00 created", "2026-08-02T23:00:00Z", List.of()));
    }

    @Test
    void aChangeOfHoursBeginsAPartWithinWhatGoesOn() {
        List<SlaEvent> events = new ArrayList<>(Story.events("Tue30 16:00 created"));
        events.add(new SlaEvent(
                "now",
                Instant.parse("2026-07-02T09:00:00Z"),
                Story.at("Tue30 16:00"),
                Story.events("Mon1 09:00 now P1").getFirst().fact()));
        Instant at = Instant.parse("2026-07-03T09:00:00Z");
        SlaAccount account = account(Story.terms("P3"), MessageDelivery.DELIVERED, events, at);
        // July until then: eight hours on Wednesday, one on Thursday, then day and night.
        assertEquals(
                "MSP 6 60 of 480, MSP 7 on 1980 of 3480 so far",
                OwnedTime.of(account, List.of(), Story.LONDON).stream()
                        .map(time -> told(time, at))
                        .collect(Collectors.joining(", ")));
    }

    @Test
    void aWaitForADecisionIsThatOfWhoWasAskedFirst() {
        List<AskedApprover> asked = List.of(
                new AskedApprover("Eleanor", Story.at("Mon29 10:30"), null),
                new AskedApprover("Amos", Story.at("Mon29 10:00"), Story.at("Mon29 11:00")),
                new AskedApprover("Zoe", Story.at("Mon29 16:00"), null));
        assertEquals(
                "MSP 6 60 of 60, APPROVAL Amos 6 60 of 60, APPROVAL Eleanor 6 120 of 120 so far",
                told("P3", "Mon29 09:00 created; Mon29 10:00 wait APPROVAL", "2026-06-29T12:00:00Z", asked));
        assertEquals(
                "MSP 6 60 of 60, APPROVAL 6 60 of 60 so far",
                told("P3", "Mon29 09:00 created; Mon29 10:00 wait APPROVAL", "2026-06-29T10:00:00Z", List.of()));
    }

    @Property(tries = 1_000)
    void theSecondsOfTheOwnersAreThoseOfTheReading(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        SlaAccount account = account(ticket.pinned, ticket.delivery, ticket.events, ticket.asOf);
        assertAddsUp(account.reading(), OwnedTime.of(account, List.of(), ZoneId.of("Pacific/Apia")), ticket.asOf);
    }

    @Property(tries = 1_000)
    void whatGoesOnIsRightUntilTheNextChange(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        SlaAccount account = account(ticket.pinned, ticket.delivery, ticket.events, ticket.asOf);
        Instant later = ticket.events.stream()
                .map(SlaEvent::at)
                .filter(at -> at.isAfter(ticket.asOf))
                .min(Instant::compareTo)
                .orElse(ticket.asOf.plusSeconds(40 * 86_400L));
        Instant change = account.reading().nextChange();
        Instant at = change == null || change.isAfter(later) ? later : change;
        SlaReading then = SlaClocks.read(
                ticket.pinned,
                ticket.delivery,
                ticket.events.stream().filter(event -> event.at().isBefore(at)).toList(),
                at,
                ticket.asOf);
        assertAddsUp(then, OwnedTime.of(account, List.of(), Story.LONDON), at);
    }

    @Property(tries = 500)
    void theOrderOfEventsNeverMatters(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        List<SlaEvent> shuffled = new ArrayList<>(ticket.events);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(
                OwnedTime.of(
                        account(ticket.pinned, ticket.delivery, ticket.events, ticket.asOf), List.of(), Story.LONDON),
                OwnedTime.of(account(ticket.pinned, ticket.delivery, shuffled, ticket.asOf), List.of(), Story.LONDON));
    }

    private static void assertAddsUp(SlaReading reading, List<OwnedTime> times, Instant at) {
        Map<Owner, Long> open = new EnumMap<>(Owner.class);
        long real = 0;
        for (OwnedTime time : times) {
            open.merge(time.owner(), openSeconds(time, at), Long::sum);
            real += realSeconds(time, at);
        }
        SecondsByOwner seconds = reading.seconds();
        for (Owner owner : List.of(Owner.CLIENT, Owner.VENDOR, Owner.APPROVAL, Owner.MSP)) {
            assertEquals(seconds.of(owner), open.getOrDefault(owner, 0L), owner.name());
        }
        assertEquals(seconds.total() - seconds.ended(), real);
    }
}
