package dev.remit.engines.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.StepBudget;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.Story;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of clocks. P3 answers in 4 hours of office time, plans in 8, updates in 6 and resolves in 16. */
class ExplanationTest {
    private static final Map<String, EventNote> NOTES = Map.of(
            "1:now", new EventNote("Dana Ruiz", "P3", "P2"),
            "1:wait", new EventNote("cw", "Open", "Waiting Client"));

    private static SlaAccount account(String priority, String story, String asOf) {
        return SlaClocks.account(
                Story.terms(priority),
                MessageDelivery.DELIVERED,
                Story.events(story),
                Story.at(asOf),
                Story.at(asOf),
                StepBudget.UNBOUNDED);
    }

    private static Explanation explain(String priority, String story, String asOf) {
        return Explanation.of(account(priority, story, asOf), NOTES, Story.LONDON);
    }

    private static String text(List<Statement> statements) {
        return statements.stream().map(Statement::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aDueMomentIsToldWithItsHoursAndBothKindsOfTime() {
        assertEquals("""
                The RESPONSE clock began on Mon 1 Jun 2026 16:00, when the ticket came in.
                Allowed: 4 h of working time.
                Time counts Mon-Fri 09:00-17:00 in Europe/London.
                Due on Tue 2 Jun 2026 12:00 if nothing stops or pauses it before. Left: 3 h 30 min of working time, 19 h 30 min of real time.""", text(explain("P3", "Mon1 16:00 created", "Mon1 16:30").of(ClockKind.RESPONSE)));
    }

    @Test
    void aBreachIsToldWithWhoseTheSecondsWere() {
        assertEquals(
                """
                The RESOLUTION clock began on Mon 1 Jun 2026 10:00, when the ticket came in.
                Allowed: 16 h of working time.
                Time counts Mon-Fri 09:00-17:00 in Europe/London.
                Paused from Mon 1 Jun 2026 11:00 to Mon 8 Jun 2026 11:00, waiting for the client (cw); the wait had its business days. Not counted: 40 h of working time.
                The RESOLUTION clock is late since Wed 10 Jun 2026 10:00: it had used its 16 h and the ticket was not resolved. Of the 216 h since it began: 16 h the MSP's, 40 h the client's, 160 h outside the hours of cover.
                The RESOLUTION clock stopped on Wed 10 Jun 2026 11:00, when the ticket was resolved: late, after 17 h of working time and 217 h of real time.""",
                text(explain(
                                "P3",
                                "Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 11:00 message; Wed10 11:00 resolved",
                                "Wed10 13:00")
                        .of(ClockKind.RESOLUTION)));
    }

    @Test
    void aChangeIsToldWithWhatItWasAndWhoMadeIt() {
        assertEquals(
                """
                The RESOLUTION clock began on Mon 1 Jun 2026 10:00, when the ticket came in.
                Allowed: 16 h of working time.
                Time counts Mon-Fri 09:00-17:00 in Europe/London.
                From Tue 2 Jun 2026 11:00 on other terms hold, P3 became P2 (Dana Ruiz): 4 h of working time instead of 16 h of working time. Kept: 9 h used.
                The RESOLUTION clock is late since Tue 2 Jun 2026 11:00: the terms that hold from then on left no time after 9 h used. Of the 25 h since it began: 9 h the MSP's, 16 h outside the hours of cover.""",
                text(explain("P3", "Mon1 10:00 created; Tue2 11:00 now P2", "Tue2 13:00")
                        .of(ClockKind.RESOLUTION)));
    }

    @Test
    void aClockThatGoesOnUnderTermsOfMeanwhileSaysSo() {
        assertEquals(
                """
                The RESOLUTION clock stopped on Mon 1 Jun 2026 12:00, when the ticket was resolved: in time, after 2 h of working time and 2 h of real time.
                The RESOLUTION clock went on from Wed 3 Jun 2026 09:00, when the ticket was reopened; used before: 2 h.
                From Wed 3 Jun 2026 09:00 on other terms hold: 4 h of working time instead of 16 h of working time. Kept: 2 h used.
                From Wed 3 Jun 2026 09:10 on other terms hold: no target, while time counts on, instead of 4 h of working time. Kept: 2 h 10 min used.""",
                text(explain(
                                "P3",
                                "Mon1 10:00 created; Mon1 12:00 resolved; Mon1 13:00 now P2; Wed3 09:00 reopened; Wed3 09:10 now P4",
                                "Wed3 13:00")
                        .of(ClockKind.RESOLUTION)
                        .subList(3, 7)));
    }

    @Test
    void hoursAreToldAgainWhereTheyChangeOrACycleHasOthers() {
        assertEquals(
                List.of(
                        StatementCode.STARTED,
                        StatementCode.ALLOWED,
                        StatementCode.COUNTED_IN,
                        StatementCode.COUNTED_IN,
                        StatementCode.STOPPED),
                explain("P3", "Mon1 10:00 created; Mon1 11:00 now P3-ALWAYS; Mon1 12:00 message", "Mon1 13:00")
                        .of(ClockKind.RESPONSE)
                        .stream()
                        .map(Statement::code)
                        .toList());
        assertEquals(
                List.of(
                        StatementCode.STARTED,
                        StatementCode.ALLOWED,
                        StatementCode.COUNTED_IN,
                        StatementCode.STOPPED,
                        StatementCode.STARTED,
                        StatementCode.DUE),
                explain("UPDATE-60-ALONE", "Mon1 10:00 created; Mon1 10:30 message", "Mon1 11:00")
                        .of(ClockKind.UPDATE)
                        .stream()
                        .map(Statement::code)
                        .toList());
    }

    /** The last that is said of a clock. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        no target                   | P4       | RESPONSE   | Mon1 10:00 created                                             | Mon1 11:00 | The RESPONSE clock has no target: the agreement sets none for this priority.
        awaits the first response   | P3       | UPDATE     | Mon1 10:00 created                                             | Mon1 11:00 | The UPDATE clock has not begun: it begins with the first response.
        awaits the client           | UPDATE-60-CLIENT | UPDATE | Mon1 10:00 created; Mon1 10:30 status                        | Mon1 11:00 | The UPDATE clock has not begun: it begins when the client writes.
        awaits nothing more         | P3       | UPDATE     | Mon1 10:00 created; Mon1 10:30 cancelled SPAM                  | Mon1 11:00 | The UPDATE clock has not begun: the ticket ended before.
        business days               | DAYS-2   | RESOLUTION | Mon1 10:00 created                                             | Mon1 11:00 | Due on Wed 3 Jun 2026 17:00 if nothing stops or pauses it before. Left: 22 h of working time, 54 h of real time.
        if the client is silent     | P3       | RESOLUTION | Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 11:05 message | Tue2 13:00 | Due on Wed 10 Jun 2026 10:00, but only if the client does not answer before Mon 8 Jun 2026 11:00, when the wait has had its business days; an earlier answer makes it due earlier. Left: 15 h of working time.
        if the date stays           | P3       | RESOLUTION | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED until Wed3 10:00 | Mon1 13:00 | Due on Thu 4 Jun 2026 17:00, but only if the date agreed stays Wed 3 Jun 2026 10:00. Left: 15 h of working time.
        the longer of two waits     | P3       | RESOLUTION | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED until Wed3 10:00; Mon1 11:00 wait APPROVAL until Tue2 10:00 | Mon1 13:00 | Due on Thu 4 Jun 2026 17:00, but only if the date agreed stays Wed 3 Jun 2026 10:00. Left: 15 h of working time.
        no end in sight             | P3       | RESOLUTION | Mon1 10:00 created; Mon1 11:00 wait VENDOR                     | Mon1 13:00 | It has no due moment while the ticket is waiting for a supplier. Left then: 15 h of working time.
        the client without a limit  | P3-AS-RECORDED | RESOLUTION | Mon1 10:00 created; Mon1 11:00 wait CLIENT               | Mon1 13:00 | It has no due moment while the client does not answer. Left then: 15 h of working time.
        merged                      | P3       | RESOLUTION | Mon1 10:00 created; Mon1 11:00 cancelled MERGED                | Mon1 13:00 | The RESOLUTION clock ended on Mon 1 Jun 2026 11:00 without a verdict, after 1 h of working time: the ticket was merged into another.
        in time to the second       | P1       | RESPONSE   | Mon1 10:00 created; Mon1 10:14:59 message                      | Mon1 13:00 | The RESPONSE clock stopped on Mon 1 Jun 2026 10:14:59, when the MSP wrote to the client: in time, after 14 min 59 s of working time and 14 min 59 s of real time.
        answered by telephone       | P3       | RESPONSE   | Mon1 10:00 phoned                                              | Mon1 13:00 | The RESPONSE clock stopped on Mon 1 Jun 2026 10:00, when the ticket came in: in time, after 0 s of working time and 0 s of real time.
        RESTART with nothing new    | P3       | RESOLUTION | Mon1 10:00 created; Mon1 11:00 now P2-RESTART; Mon1 12:00 resolved | Mon1 11:30 | Due on Mon 1 Jun 2026 14:00 if nothing stops or pauses it before. Left: 2 h 30 min of working time, 2 h 30 min of real time.
        """)
    void saysHowItStands(String rule, String priority, ClockKind clock, String story, String asOf, String last) {
        assertEquals(last, explain(priority, story, asOf).of(clock).getLast().text(), rule);
    }

    /** What an event did not do. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        an automatic answer           | P3 | Mon1 10:00 created; Mon1 11:00 automatic                                   | On Mon 1 Jun 2026 11:00 a machine answered the client. That did not stop the RESPONSE clock: an automatic answer is no response.
        no update either              | P3 | Mon1 10:00 created; Mon1 10:30 message; Mon1 11:00 automatic               | On Mon 1 Jun 2026 11:00 a machine answered the client. That did not stop the UPDATE clock: an automatic answer is no update.
        an internal note              | P3 | Mon1 10:00 created; Mon1 10:30 message; Mon1 11:00 note                    | On Mon 1 Jun 2026 11:00 somebody noted what the client does not see. That did not stop the UPDATE clock: a note that the client does not see is no update.
        an assignment that is not listed | P3 | Mon1 10:00 created; Mon1 11:00 assigned                                 | On Mon 1 Jun 2026 11:00 somebody took the ticket. That did not stop the RESPONSE clock: the agreement does not count it as a response.
        an assignment that is         | P3-ASSIGNED | Mon1 10:00 created; Mon1 11:00 assigned                           |
        a status that is not          | P3-BY-MESSAGE | Mon1 10:00 created; Mon1 11:00 status                           | On Mon 1 Jun 2026 11:00 the source says that the client was answered. That did not stop the RESPONSE clock: the agreement does not count it as a response.
        a message that is not         | P3-ASSIGNED | Mon1 10:00 created; Mon1 11:00 message                            | On Mon 1 Jun 2026 11:00 the MSP wrote to the client. That did not stop the RESPONSE clock: the agreement does not count it as a response.
        nobody owes an answer         | P4 | Mon1 10:00 created; Mon1 11:00 automatic                                   |
        the client writes again       | P3 | Mon1 10:00 created; Mon1 10:30 message; Mon1 11:00 contact                 | On Mon 1 Jun 2026 11:00 the client wrote. That gives the UPDATE clock no more time: an update is owed every so often, whoever wrote last.
        and again                     | UPDATE-60-ALONE-CLIENT | Mon1 10:00 created; Mon1 10:30 contact                 | On Mon 1 Jun 2026 10:30 the client wrote. That gives the UPDATE clock no more time: it runs since the first message that stands unanswered.
        a wait without a question     | P3 | Mon1 10:00 created; Mon1 11:00 wait CLIENT                                 | Since Mon 1 Jun 2026 11:00 the ticket is waiting for the client (cw) by its status, but the client was asked nothing within 15 min of it. So no clock pauses, and the time is the MSP's.
        a wait that would not pause   | P1 | Mon1 10:00 created; Mon1 11:00 wait CLIENT                                 |
        P1 pauses for nothing         | P1 | Mon1 10:00 created; Mon1 11:00 wait VENDOR                                 | Since Mon 1 Jun 2026 11:00 the ticket is waiting for a supplier (cw). That does not pause the RESOLUTION clock at this priority.
        the same wait again           | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 12:00 wait VENDOR         | On Mon 1 Jun 2026 12:00 a wait began. That changed nothing: that wait was under way already.
        another date                  | P3 | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED until Tue2 09:00; Mon1 12:00 wait SCHEDULED until Wed3 09:00 |
        closed after it was resolved  | P3 | Mon1 10:00 created; Mon1 11:00 resolved; Mon1 12:00 closed                 | On Mon 1 Jun 2026 12:00 the ticket was closed. That changed nothing: the ticket had ended already.
        reopened while it was open    | P3 | Mon1 10:00 created; Mon1 11:00 reopened                                    | On Mon 1 Jun 2026 11:00 the ticket was reopened. That changed nothing: the ticket had not ended.
        reopened without an agreement | P3 | Mon1 10:00 created; Mon1 11:00 cancelled AGREEMENT_ENDED; Mon1 12:00 reopened | On Mon 1 Jun 2026 12:00 the ticket was reopened. That changed nothing: the agreement has ended, so its clocks do not go on.
        reopened as one should        | P3 | Mon1 10:00 created; Mon1 11:00 resolved; Mon1 12:00 reopened               |
        a wait that had its days      | P3-AS-RECORDED | Mon1 10:00 created; Mon1 11:00 wait CLIENT                     |
        """)
    void saysWhatAnEventDidNotDo(String rule, String priority, String story, String said) {
        String told = text(explain(priority, story, "Tue2 16:00").notDone());
        assertEquals(Optional.ofNullable(said).orElse(""), told, rule);
    }

    @Test
    void waitsWithTimeBetweenThemAreToldEach() {
        assertEquals(
                2,
                explain(
                                "P3",
                                "Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 12:00 end VENDOR;"
                                        + " Mon1 13:00 wait VENDOR; Mon1 14:00 end VENDOR",
                                "Mon1 15:00")
                        .of(ClockKind.RESOLUTION)
                        .stream()
                        .filter(statement -> statement.code() == StatementCode.PAUSED)
                        .count());
    }

    @Test
    void aWaitForTheClientThatHadItsDaysIsTold() {
        assertEquals(
                "The wait for the client that began on Mon 1 Jun 2026 11:00 had its business days on Mon 8 Jun 2026 11:00."
                        + " From then on the time is the MSP's, whatever the status says.",
                text(explain("P3", "Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 11:00 message", "Mon8 12:00")
                        .notDone()));
    }

    @Test
    void namesAreLeftOutForWhoMustNotSeeThem() {
        Statement named = explain("P3", "Mon1 10:00 created; Tue2 11:00 now P2", "Tue2 13:00")
                .of(ClockKind.RESOLUTION)
                .get(3);
        assertEquals(Map.of("by", "Dana Ruiz", "was", "P3", "is", "P2"), names(named));
        Statement unnamed = named.withoutNotes(new Sentences(Story.LONDON));
        assertEquals(Map.of(), names(unnamed));
        assertEquals(
                "From Tue 2 Jun 2026 11:00 on other terms hold: 4 h of working time instead of 16 h of working time."
                        + " Kept: 9 h used.",
                unnamed.text());
    }

    private static Map<String, String> names(Statement statement) {
        return statement.parameters().entrySet().stream()
                .filter(entry -> List.of("by", "was", "is").contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
