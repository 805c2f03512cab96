package dev.remit.engines.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.StepBudget;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.RandomTicket;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.Story;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a ticket is counted by its date. The office is open Monday to Friday, 9 to 17. */
class TicketMomentTest {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEd HH:mm", Locale.UK);

    private static String told(TicketMoment moment) {
        String seconds = moment.seconds() == null ? "" : " " + moment.seconds() / 60 + "m";
        return moment.kind() + (moment.number() == 1 ? "" : " " + moment.number()) + " "
                + MOMENT.format(moment.at().atZone(Story.LONDON)) + seconds + (moment.stands() ? "" : " no more");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # priority | story                                                                         | by hand
        P3 | Mon1 09:00 created                                                                    | CREATED Mon1 09:00
        P3 | Mon1 09:00 created; Mon1 09:30 message; Mon1 11:00 resolved; Tue2 10:00 closed        | CREATED Mon1 09:00 no more, ANSWERED Mon1 09:30 30m, RESOLVED Mon1 11:00 120m
        P3 | Mon1 16:00 created; Tue2 10:00 resolved                                               | CREATED Mon1 16:00 no more, ANSWERED Tue2 10:00 120m, RESOLVED Tue2 10:00 120m
        P3 | Mon1 09:00 created; Mon1 10:00 resolved; Tue2 09:00 reopened; Tue2 09:20 resolved     | CREATED Mon1 09:00 no more, ANSWERED Mon1 10:00 60m, RESOLVED Mon1 10:00 60m no more, REOPENED Tue2 09:00, RESOLVED 2 Tue2 09:20 80m
        P3 | Mon1 09:00 created; Mon1 10:00 resolved; Tue2 09:00 reopened                          | CREATED Mon1 09:00, ANSWERED Mon1 10:00 60m, RESOLVED Mon1 10:00 60m no more, REOPENED Tue2 09:00
        P3 | Mon1 09:00 created; Mon1 09:10 cancelled SPAM                                         | CREATED Mon1 09:00 no more, CANCELLED Mon1 09:10
        P3 | Mon1 09:00 created; Mon1 09:10 wait VENDOR; Mon1 10:10 end VENDOR; Mon1 10:20 closed  | CREATED Mon1 09:00 no more, ANSWERED Mon1 10:20 80m, RESOLVED Mon1 10:20 20m
        P4 | Mon1 09:00 created; Mon1 09:10 message; Mon1 09:20 resolved                           | CREATED Mon1 09:00 no more, RESOLVED Mon1 09:20
        P3 | Mon1 09:00 phoned                                                                     | CREATED Mon1 09:00, ANSWERED Mon1 09:00 0m
        """)
    void eachIsCountedOnce(String priority, String story, String byHand) {
        SlaAccount account = SlaClocks.account(
                Story.terms(priority),
                MessageDelivery.DELIVERED,
                Story.events(story),
                Story.at("Fri5 12:00"),
                Story.at("Fri5 12:00"),
                StepBudget.UNBOUNDED);
        assertEquals(
                byHand,
                TicketMoment.of(account).stream().map(TicketMomentTest::told).collect(Collectors.joining(", ")));
    }

    @Property(tries = 500)
    void anOpenTicketHasAsManyReopeningsAsEnds(@ForAll long seed) {
        RandomTicket ticket = new RandomTicket(seed, 30);
        SlaAccount account = SlaClocks.account(
                ticket.pinned, ticket.delivery, ticket.events, ticket.asOf, ticket.asOf, StepBudget.UNBOUNDED);
        List<TicketMoment> moments = TicketMoment.of(account);
        long ends = moments.stream()
                .filter(one -> one.kind() == MomentKind.RESOLVED || one.kind() == MomentKind.CANCELLED)
                .count();
        long reopenings = moments.stream()
                .filter(one -> one.kind() == MomentKind.REOPENED)
                .count();
        boolean ended = account.reading().owner() == Owner.ENDED;
        assertEquals(ended ? 1 : 0, ends - reopenings);
    }
}
