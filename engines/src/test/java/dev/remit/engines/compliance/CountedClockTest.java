package dev.remit.engines.compliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.Story;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts of a ticket, when and how. P2 is answered in an hour, has a plan in two, an update each two, and is done in four. */
class CountedClockTest {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEd HH:mm", Locale.UK);

    private static List<CountedClock> counted(String priority, MessageDelivery delivery, String story, String asOf) {
        List<SlaEvent> events = Story.events(story);
        SlaReading reading = SlaClocks.read(Story.terms(priority), delivery, events, Story.at(asOf), Story.at(asOf));
        return CountedClock.of(reading, events);
    }

    private static String told(List<CountedClock> counted, ClockKind clock) {
        String told = counted.stream()
                .filter(one -> one.clock() == clock)
                .map(one -> (one.leftOut() == null ? one.result() : one.leftOut()) + " " + show(one.at()))
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "-" : told;
    }

    private static String show(Instant at) {
        return MOMENT.format(at.atZone(Story.LONDON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # story                                                                        | asOf        | RESPONSE              | RESOLUTION
        Mon1 09:00 created                                                             | Mon1 10:00  | -                     | -
        Mon1 09:00 created                                                             | Mon1 10:01  | BREACHED Mon1 10:00   | -
        Mon1 09:00 created; Mon1 09:30 message                                         | Mon1 09:40  | MET Mon1 09:30        | -
        Mon1 09:00 created; Mon1 11:00 message                                         | Mon1 12:00  | BREACHED Mon1 10:00   | -
        Mon1 09:00 created; Mon1 09:30 message; Mon1 12:00 resolved                    | Tue2 12:00  | MET Mon1 09:30        | MET Mon1 12:00
        Mon1 09:00 created; Mon1 09:30 message; Tue2 12:00 resolved                    | Tue2 12:00  | MET Mon1 09:30        | BREACHED Mon1 13:00
        Mon1 09:00 created; Mon1 12:00 resolved; Mon1 14:00 reopened                   | Mon1 14:30  | BREACHED Mon1 10:00   | -
        Mon1 09:00 created; Mon1 12:00 resolved; Mon1 14:00 reopened                   | Tue2 09:30  | BREACHED Mon1 10:00   | BREACHED Mon1 15:00
        Mon1 09:00 created; Mon1 12:00 resolved; Mon1 14:00 reopened; Mon1 14:30 resolved | Tue2 09:30 | BREACHED Mon1 10:00 | MET Mon1 14:30
        Mon1 09:00 created; Tue2 12:00 cancelled MERGED                                | Wed3 12:00  | MERGED Tue2 12:00     | MERGED Tue2 12:00
        Mon1 09:00 created; Mon1 09:30 cancelled SPAM                                  | Wed3 12:00  | SPAM Mon1 09:30       | SPAM Mon1 09:30
        Mon1 09:00 created; Mon1 11:00 cancelled AGREEMENT_ENDED                       | Wed3 12:00  | BREACHED Mon1 10:00   | AGREEMENT_ENDED Mon1 11:00
        Mon1 09:00 created; Mon1 09:30 message; Mon1 10:00 now P4; Mon1 11:00 resolved | Wed3 12:00  | MET Mon1 09:30        | NO_TARGET Mon1 11:00
        """)
    void eachCountsOnceAtOneMoment(String story, String asOf, String response, String resolution) {
        List<CountedClock> counted = counted("P2", MessageDelivery.DELIVERED, story, asOf);
        assertEquals(response, told(counted, ClockKind.RESPONSE));
        assertEquals(resolution, told(counted, ClockKind.RESOLUTION));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        P4            | Mon1 09:00 created                                               | Tue2 09:00 | -
        P4            | Mon1 09:00 created; Mon1 10:00 resolved; Mon1 11:00 closed       | Tue2 09:00 | NO_TARGET Mon1 10:00
        P4            | Mon1 09:00 created; Mon1 10:00 resolved; Mon1 11:00 reopened     | Tue2 09:00 | -
        P3-BY-MESSAGE | Mon1 09:00 created; Mon1 10:00 resolved                          | Tue2 09:00 | NOT_RUN Mon1 10:00
        """)
    void whatNeverRanIsListedOnceTheTicketHasEnded(String priority, String story, String asOf, String response) {
        assertEquals(response, told(counted(priority, MessageDelivery.NOT_DELIVERED, story, asOf), ClockKind.RESPONSE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Mon1 09:00 created; Mon1 09:30 message; Mon1 10:30 message; Mon1 14:00 message; Mon1 14:30 resolved | MET Mon1 10:30, BREACHED Mon1 12:30, MET Mon1 14:30
        """)
    void eachUpdateIsOneOfItsOwn(String story, String update) {
        assertEquals(update, told(counted("P2", MessageDelivery.DELIVERED, story, "Tue2 09:00"), ClockKind.UPDATE));
    }
}
