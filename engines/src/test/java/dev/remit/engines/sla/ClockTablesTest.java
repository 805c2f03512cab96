package dev.remit.engines.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each clock says of a ticket's story. Office hours are Monday to Friday, 9 to 17. P3 answers in 4 hours, plans in
 * 8, updates every 6 and resolves in 16; P2 in 1, 2, 2 and 4; P1 round the clock in 15 minutes, no plan, 1 hour and 4
 * hours, and pauses for nothing; P4 promises nothing. Minutes used come after the state.
 */
class ClockTablesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        waiting for an answer                    | P3 | Mon1 10:00 created                                            | Mon1 12:00 | RUNNING 120m due Mon1 14:00
        a person's message answers               | P3 | Mon1 10:00 created; Mon1 11:00 message                        | Mon1 12:00 | MET 60m due Mon1 14:00 ended Mon1 11:00
        a mapped status answers                  | P3 | Mon1 10:00 created; Mon1 11:00 status                         | Mon1 12:00 | MET 60m due Mon1 14:00 ended Mon1 11:00
        an automatic message does not            | P3 | Mon1 10:00 created; Mon1 11:00 automatic                      | Mon1 12:00 | RUNNING 120m due Mon1 14:00
        taking the ticket does not               | P3 | Mon1 10:00 created; Mon1 11:00 assigned                       | Mon1 12:00 | RUNNING 120m due Mon1 14:00
        taking it does where the contract says so | P3-ASSIGNED | Mon1 10:00 created; Mon1 10:30 message; Mon1 11:00 assigned | Mon1 12:00 | MET 60m due Mon1 14:00 ended Mon1 11:00
        a telephone call is answered at once     | P3 | Mon1 10:00 phoned                                             | Mon1 12:00 | MET 0m due Mon1 14:00 ended Mon1 10:00
        at the due moment it is in time          | P3 | Mon1 10:00 created; Mon1 14:00 message                        | Mon1 15:00 | MET 240m due Mon1 14:00 ended Mon1 14:00
        at the due moment it is not late yet     | P3 | Mon1 10:00 created                                            | Mon1 14:00 | RUNNING 240m due Mon1 14:00
        a second later it is                     | P3 | Mon1 10:00 created                                            | Mon1 14:00:01 | BREACHED 240m due Mon1 14:00 breached Mon1 14:00
        answered a second late                   | P3 | Mon1 10:00 created; Mon1 14:00:01 message                     | Mon1 15:00 | BREACHED 240m due Mon1 14:00 breached Mon1 14:00 ended Mon1 14:00:01
        used up at closing, answered at night    | P3 | Mon1 13:00 created; Mon1 20:00 message                        | Tue2 09:00 | BREACHED 240m due Mon1 17:00 breached Mon1 17:00 ended Mon1 20:00
        nothing pauses a response                | P3 | Mon1 10:00 created; Mon1 10:30 wait VENDOR                    | Mon1 12:00 | RUNNING 120m due Mon1 14:00
        only the first answer counts             | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 16:00 message    | Mon1 16:30 | MET 60m due Mon1 14:00 ended Mon1 11:00
        resolving answers                        | P3 | Mon1 10:00 created; Mon1 11:00 resolved                       | Tue2 12:00 | MET 60m due Mon1 14:00 ended Mon1 11:00
        resolved without a message, long before it is due | P3 | Mon1 09:00 created; Mon1 10:00 resolved              | Wed3 12:00 | MET 60m due Mon1 13:00 ended Mon1 10:00
        reopening asks for no new answer         | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 12:00 resolved; Tue2 09:00 reopened | Tue2 12:00 | MET 60m due Mon1 14:00 ended Mon1 11:00
        an answer from before the ticket         | P3 | Mon1 10:00 created; Mon1 09:58 message                        | Mon1 12:00 | MET 0m due Mon1 14:00 ended Mon1 10:00
        no target, no clock                      | P4 | Mon1 10:00 created; Mon1 11:00 message                        | Mon1 12:00 | NO_TARGET
        """)
    void response(String rule, String priority, String story, String asOf, String expected) {
        assertEquals(expected, Story.describe(Story.read(priority, story, asOf).clock(ClockKind.RESPONSE)), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        at work                                  | P3 | Mon1 10:00 created                                            | Mon1 12:00 | RUNNING 120m due Wed3 10:00
        resolved in time                         | P3 | Mon1 10:00 created; Tue2 10:00 resolved                       | Wed3 12:00 | MET 480m due Wed3 10:00 ended Tue2 10:00
        closing resolves what was not            | P3 | Mon1 10:00 created; Tue2 10:00 closed                         | Wed3 12:00 | MET 480m due Wed3 10:00 ended Tue2 10:00
        closing after resolving changes nothing  | P3 | Mon1 10:00 created; Tue2 10:00 resolved; Wed3 16:00 closed    | Wed3 17:00 | MET 480m due Wed3 10:00 ended Tue2 10:00
        late, and counting on                    | P3 | Mon1 10:00 created                                            | Wed3 12:00 | BREACHED 1080m due Wed3 10:00 breached Wed3 10:00
        waiting for a supplier                   | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR                    | Mon1 12:00 | PAUSED 60m by VENDOR
        two waits add up                         | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 12:00 end VENDOR; Mon1 13:00 wait APPROVAL; Mon1 15:00 end APPROVAL | Mon1 16:00 | RUNNING 180m due Wed3 13:00
        overlapping waits count once             | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 12:00 wait APPROVAL; Mon1 13:00 end VENDOR; Mon1 14:00 end APPROVAL | Mon1 16:00 | RUNNING 180m due Wed3 13:00
        the first reason names the pause         | P3 | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED; Mon1 11:30 wait VENDOR | Mon1 12:00 | PAUSED 60m by VENDOR
        scheduled work counts from its date      | P3 | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED until Thu4 09:00 | Tue2 12:00 | PAUSED 60m by SCHEDULED due Fri5 16:00
        its date has come                        | P3 | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED until Thu4 09:00 | Thu4 10:00 | RUNNING 120m due Fri5 16:00
        put off to a later date                  | P3 | Mon1 10:00 created; Mon1 11:00 wait SCHEDULED until Tue2 09:00; Mon1 12:00 wait SCHEDULED until Thu4 09:00 | Thu4 10:00 | RUNNING 120m due Fri5 16:00
        something the client owes                | P3 | Mon1 10:00 created; Mon1 11:00 wait RESPONSIBILITY            | Mon1 12:00 | PAUSED 60m by RESPONSIBILITY
        the worst priority pauses for nothing    | P1 | Mon1 10:00 created; Mon1 11:00 wait VENDOR                    | Mon1 12:00 | RUNNING 120m due Mon1 14:00
        waiting over night costs open time only  | P3 | Mon1 16:00 created; Mon1 16:30 wait VENDOR; Tue2 09:30 end VENDOR | Tue2 10:00 | RUNNING 60m due Wed3 17:00
        used up where the wait begins: late      | P3 | Mon1 09:00 created; Tue2 17:00 wait VENDOR                    | Wed3 10:00 | BREACHED 960m by VENDOR due Tue2 17:00 breached Tue2 17:00
        a wait from before the ticket            | P3 | Mon1 10:00 created; Mon1 08:00 wait VENDOR; Mon1 11:00 end VENDOR | Mon1 12:00 | RUNNING 60m due Wed3 11:00
        a wait of no length                      | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 11:00 end VENDOR | Mon1 12:00 | RUNNING 120m due Wed3 10:00
        one wait ends as the next begins         | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 11:30 end VENDOR; Mon1 11:30 wait VENDOR | Mon1 12:00 | PAUSED 60m by VENDOR
        no length, after a date that had passed  | P3 | Mon1 10:00 created; Mon1 11:00 wait APPROVAL until Mon1 12:00; Mon1 13:00 wait APPROVAL; Mon1 13:00 end APPROVAL | Mon1 14:00 | RUNNING 180m due Wed3 11:00
        a new wait after a date that had passed  | P3 | Mon1 10:00 created; Mon1 11:00 wait APPROVAL until Mon1 12:00; Mon1 13:00 wait APPROVAL | Mon1 14:00 | PAUSED 120m by APPROVAL
        a new wait where a date is reached       | P3 | Mon1 10:00 created; Mon1 11:00 wait APPROVAL until Mon1 12:00; Mon1 12:00 wait APPROVAL | Mon1 14:00 | PAUSED 60m by APPROVAL
        told again before its date               | P3 | Mon1 10:00 created; Mon1 11:00 wait APPROVAL until Mon1 12:00; Mon1 11:30 wait APPROVAL | Mon1 14:00 | RUNNING 180m due Wed3 11:00
        resolved while waiting                   | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Tue2 12:00 resolved | Tue2 13:00 | MET 60m due Thu4 11:00 ended Tue2 12:00
        reopened: the time between is left out   | P3 | Mon1 10:00 created; Mon1 12:00 resolved; Tue2 12:00 reopened  | Tue2 14:00 | RUNNING 240m due Thu4 10:00
        resolved and reopened at once: goes on   | P3 | Mon1 10:00 created; Mon1 12:00 resolved; Mon1 12:00 reopened  | Mon1 14:00 | RUNNING 240m due Wed3 10:00
        resolved, closed and reopened at once    | P3 | Mon1 10:00 created; Mon1 12:00 resolved; Mon1 12:00 closed; Mon1 12:00 reopened | Mon1 14:00 | RUNNING 240m due Wed3 10:00
        no spam, said at once                    | P3 | Mon1 10:00 created; Mon1 12:00 cancelled SPAM; Mon1 12:00 reopened | Mon1 14:00 | RUNNING 240m due Wed3 10:00
        reopened and resolved at once: ended     | P3 | Mon1 10:00 created; Mon1 12:00 resolved; Tue2 12:00 reopened; Tue2 12:00 resolved | Tue2 14:00 | MET 120m due Thu4 10:00 ended Tue2 12:00
        reopened and closed at once: ended       | P3 | Mon1 10:00 created; Mon1 12:00 resolved; Tue2 12:00 reopened; Tue2 12:00 closed | Tue2 14:00 | MET 120m due Thu4 10:00 ended Tue2 12:00
        reopened: a quote that is out pauses again | P3 | Mon1 09:00 created; Mon1 10:00 wait APPROVAL; Mon1 11:00 resolved; Mon1 12:00 reopened | Mon1 13:00 | PAUSED 60m by APPROVAL
        a quote decided meanwhile does not       | P3 | Mon1 09:00 created; Mon1 10:00 wait APPROVAL; Mon1 11:00 resolved; Mon1 11:30 end APPROVAL; Mon1 12:00 reopened | Mon1 13:00 | RUNNING 120m due Wed3 11:00
        a quote sent meanwhile does              | P3 | Mon1 09:00 created; Mon1 11:00 resolved; Mon1 11:30 wait APPROVAL; Mon1 12:00 reopened | Mon1 13:00 | PAUSED 120m by APPROVAL
        an agreed date still ahead pauses again  | P3 | Mon1 09:00 created; Mon1 10:00 wait VENDOR; Mon1 10:00 wait SCHEDULED until Mon1 16:00; Mon1 11:00 end VENDOR; Mon1 11:00 resolved; Mon1 12:00 reopened; Mon1 12:00 wait VENDOR; Mon1 13:00 end VENDOR | Mon1 14:00 | PAUSED 60m by SCHEDULED due Wed3 15:00
        an agreed date that passed meanwhile does not | P3 | Mon1 09:00 created; Mon1 10:00 wait SCHEDULED until Mon1 11:30; Mon1 11:00 resolved; Mon1 12:00 reopened | Mon1 13:00 | RUNNING 120m due Wed3 11:00
        reopened: an old wait does not go on     | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR; Mon1 12:00 resolved; Tue2 12:00 reopened | Tue2 14:00 | RUNNING 180m due Thu4 11:00
        reopened and late                        | P3 | Mon1 09:00 created; Tue2 16:00 resolved; Wed3 09:00 reopened  | Wed3 11:00 | BREACHED 1020m due Wed3 10:00 breached Wed3 10:00
        reopened with nothing left: late at once | P3 | Mon1 09:00 created; Tue2 17:00 resolved; Wed3 12:00 reopened  | Wed3 13:00 | BREACHED 1020m due Wed3 12:00 breached Wed3 12:00
        late, resolved, reopened: still late     | P3 | Mon1 09:00 created; Wed3 12:00 resolved; Thu4 09:00 reopened; Thu4 10:00 resolved | Fri5 09:00 | BREACHED 1200m due Tue2 17:00 breached Tue2 17:00 ended Thu4 10:00
        merged                                   | P3 | Mon1 10:00 created; Mon1 12:00 cancelled MERGED               | Wed3 12:00 | CANCELLED 120m for MERGED ended Mon1 12:00
        spam is no promise broken                | P3 | Mon1 10:00 created; Wed3 12:00 cancelled SPAM                 | Thu4 12:00 | CANCELLED 1080m for SPAM due Wed3 10:00 breached Wed3 10:00 ended Wed3 12:00
        late before the agreement ended          | P3 | Mon1 10:00 created; Wed3 12:00 cancelled AGREEMENT_ENDED      | Thu4 12:00 | BREACHED 1080m for AGREEMENT_ENDED due Wed3 10:00 breached Wed3 10:00 ended Wed3 12:00
        the agreement ended at the due moment    | P3 | Mon1 10:00 created; Wed3 10:00 cancelled AGREEMENT_ENDED      | Thu4 12:00 | CANCELLED 960m for AGREEMENT_ENDED due Wed3 10:00 ended Wed3 10:00
        no spam after all                        | P3 | Mon1 10:00 created; Mon1 12:00 cancelled SPAM; Tue2 12:00 reopened | Tue2 14:00 | RUNNING 240m due Thu4 10:00
        an ended agreement does not come back    | P3 | Mon1 10:00 created; Mon1 12:00 cancelled AGREEMENT_ENDED; Tue2 12:00 reopened | Tue2 14:00 | CANCELLED 120m for AGREEMENT_ENDED ended Mon1 12:00
        a verdict outlives a merge               | P3 | Mon1 10:00 created; Mon1 12:00 resolved; Mon1 13:00 cancelled DUPLICATE | Tue2 14:00 | MET 120m due Wed3 10:00 ended Mon1 12:00
        no target, no clock                      | P4 | Mon1 10:00 created; Mon1 12:00 resolved                       | Tue2 14:00 | NO_TARGET
        """)
    void resolution(String rule, String priority, String story, String asOf, String expected) {
        assertEquals(expected, Story.describe(Story.read(priority, story, asOf).clock(ClockKind.RESOLUTION)), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        upgraded: used time is kept              | P3 | Mon1 10:00 created; Mon1 11:00 now P2                         | Mon1 12:00 | RUNNING 120m due Mon1 14:00
        upgraded past the target: late then      | P3 | Mon1 10:00 created; Tue2 10:00 now P2                         | Tue2 11:00 | BREACHED 540m due Tue2 10:00 breached Tue2 10:00
        upgraded just used up: late unless done  | P3 | Mon1 10:00 created; Mon1 14:00 now P2                         | Mon1 14:00 | RUNNING 240m due Mon1 14:00
        resolved as it was upgraded: in time     | P3 | Mon1 10:00 created; Tue2 10:00 now P2; Tue2 10:00 resolved    | Tue2 11:00 | MET 480m due Wed3 10:00 ended Tue2 10:00
        downgraded in time: the longer target    | P2 | Mon1 10:00 created; Mon1 12:00 now P3                         | Mon1 13:00 | RUNNING 180m due Wed3 10:00
        downgraded at the due moment: not late   | P2 | Mon1 10:00 created; Mon1 14:00 now P3                         | Mon1 15:00 | RUNNING 300m due Wed3 10:00
        downgraded late: stays late              | P2 | Mon1 10:00 created; Mon1 15:00 now P3                         | Mon1 16:00 | BREACHED 360m due Mon1 14:00 breached Mon1 14:00
        downgraded late and resolved: stays late | P2 | Mon1 10:00 created; Mon1 15:00 now P3; Mon1 16:00 resolved    | Mon1 16:30 | BREACHED 360m due Mon1 14:00 breached Mon1 14:00 ended Mon1 16:00
        each stretch under its own calendar      | P3 | Mon1 16:00 created; Mon1 18:00 now P3-ALWAYS                  | Mon1 20:00 | RUNNING 180m due Tue2 09:00
        each stretch under its own pauses        | P1 | Mon1 10:00 created; Mon1 10:00 wait VENDOR; Mon1 12:00 now P3 | Mon1 13:00 | PAUSED 120m by VENDOR
        no target any more                       | P3 | Mon1 10:00 created; Mon1 12:00 now P4                         | Mon1 13:00 | NO_TARGET 180m
        late, then no target: stays late         | P2 | Mon1 10:00 created; Mon1 15:00 now P4                         | Mon1 16:00 | BREACHED 360m due Mon1 14:00 breached Mon1 14:00
        a target again: goes on with used time   | P3 | Mon1 10:00 created; Mon1 12:00 now P4; Mon1 14:00 now P3      | Mon1 15:00 | RUNNING 300m due Wed3 10:00
        no target, then one that is used up: late at the change | P2 | Mon1 09:00 created; Mon1 12:55 now P4; Mon1 17:00 now P2; Mon1 17:04 resolved | Mon1 17:05 | BREACHED 480m due Mon1 17:00 breached Mon1 17:00 ended Mon1 17:04
        a first target starts when it is given   | P4 | Mon1 10:00 created; Mon1 12:00 now P3                         | Mon1 13:00 | RUNNING 60m due Wed3 12:00
        restart on new facts                     | P3 | Mon1 10:00 created; Mon1 12:00 now P2-RESTART facts           | Mon1 13:00 | CANCELLED 120m for RESTARTED ended Mon1 12:00 / RUNNING 60m due Mon1 16:00
        no restart without new facts             | P3 | Mon1 10:00 created; Mon1 12:00 now P2-RESTART                 | Mon1 13:00 | RUNNING 180m due Mon1 14:00
        no restart where the terms carry         | P3 | Mon1 10:00 created; Mon1 12:00 now P2 facts                   | Mon1 13:00 | RUNNING 180m due Mon1 14:00
        RESTART is for a shorter target          | P2 | Mon1 09:00 created; Mon1 12:50 now P3-RESTART facts           | Mon1 12:50 | RUNNING 230m due Tue2 17:00
        RESTART with a target as long carries    | P3 | Mon1 10:00 created; Mon1 12:00 now P3-RESTART facts           | Mon1 13:00 | RUNNING 180m due Wed3 10:00
        RESTART over no target compares with the last | P2 | Mon1 10:00 created; Mon1 11:00 now P4; Mon1 12:00 now P2-RESTART facts | Mon1 13:00 | RUNNING 180m due Mon1 14:00
        restarted after it was late: both kept   | P3 | Mon1 10:00 created; Wed3 12:00 now P2-RESTART facts           | Wed3 13:00 | BREACHED 1080m for RESTARTED due Wed3 10:00 breached Wed3 10:00 ended Wed3 12:00 / RUNNING 60m due Wed3 16:00
        changed while resolved, then reopened    | P3 | Mon1 10:00 created; Mon1 15:00 resolved; Mon1 16:00 now P2; Tue2 09:00 reopened | Tue2 10:00 | BREACHED 360m due Tue2 09:00 breached Tue2 09:00
        """)
    void changeOfTerms(String rule, String priority, String story, String asOf, String expected) {
        assertEquals(expected, Story.describe(Story.read(priority, story, asOf).clock(ClockKind.RESOLUTION)), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a met response stays met                 | P3 | Mon1 10:00 created; Mon1 12:00 message; Mon1 13:00 now P2     | Mon1 15:00 | MET 120m due Mon1 14:00 ended Mon1 12:00
        a met response does not restart          | P3 | Mon1 10:00 created; Mon1 12:00 message; Mon1 13:00 now P2-RESTART facts | Mon1 15:00 | MET 120m due Mon1 14:00 ended Mon1 12:00
        answered under no target, then promised  | P4 | Mon1 10:00 created; Mon1 12:00 message; Mon1 13:00 now P3     | Mon1 15:00 | NO_TARGET
        resolved under no target, then promised  | P4 | Mon1 10:00 created; Mon1 12:00 resolved; Mon1 13:00 now P3; Mon1 14:00 reopened | Mon1 15:00 | NO_TARGET
        """)
    void responseAndChangeOfTerms(String rule, String priority, String story, String asOf, String expected) {
        assertEquals(expected, Story.describe(Story.read(priority, story, asOf).clock(ClockKind.RESPONSE)), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        until the plan is given                  | P3 | Mon1 10:00 created                                            | Mon1 12:00 | RUNNING 120m due Tue2 10:00
        planned in time                          | P3 | Mon1 10:00 created; Mon1 16:00 plan                           | Mon1 17:00 | MET 360m due Tue2 10:00 ended Mon1 16:00
        paused by a supplier                     | P3 | Mon1 10:00 created; Mon1 11:00 wait VENDOR                    | Mon1 12:00 | PAUSED 60m by VENDOR
        not by an approval                       | P3 | Mon1 10:00 created; Mon1 11:00 wait APPROVAL                  | Mon1 12:00 | RUNNING 120m due Tue2 10:00
        optional                                 | P1 | Mon1 10:00 created; Mon1 16:00 plan                           | Mon1 17:00 | NO_TARGET
        reopening asks for no new plan           | P3 | Mon1 10:00 created; Mon1 11:00 resolved; Tue2 09:00 reopened  | Fri5 09:00 | MET 60m due Tue2 10:00 ended Mon1 11:00
        """)
    void plan(String rule, String priority, String story, String asOf, String expected) {
        assertEquals(expected, Story.describe(Story.read(priority, story, asOf).clock(ClockKind.PLAN)), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        not before the first response            | P3 | Mon1 09:00 created                                            | Mon1 12:00 | NOT_STARTED
        not late before the first response       | UPDATE-60 | Mon1 09:00 created                                     | Mon1 17:00 | NOT_STARTED
        from the first response                  | P3 | Mon1 09:00 created; Mon1 12:00 message                        | Mon1 13:00 | RUNNING 60m due Tue2 10:00
        a status that responds begins it too     | P3 | Mon1 09:00 created; Mon1 12:00 status                         | Mon1 13:00 | RUNNING 60m due Tue2 10:00
        a call is no response                    | P3 | Mon1 09:00 created; Mon1 12:00 called                         | Mon1 13:00 | NOT_STARTED
        answered by telephone at creation        | P3 | Mon1 09:00 phoned                                             | Mon1 12:00 | RUNNING 180m due Mon1 15:00
        without a response target: from creation | UPDATE-60-ALONE | Mon1 09:00 created                               | Mon1 09:30 | RUNNING 30m due Mon1 10:00
        each update opens the next               | P3 | Mon1 09:00 created; Mon1 09:00 message; Mon1 12:00 message    | Mon1 13:00 | MET 180m due Mon1 15:00 ended Mon1 12:00 / RUNNING 60m due Tue2 10:00
        a call is an update                      | P3 | Mon1 09:00 phoned; Mon1 12:00 called                          | Mon1 13:00 | MET 180m due Mon1 15:00 ended Mon1 12:00 / RUNNING 60m due Tue2 10:00
        a machine's message is none              | P3 | Mon1 09:00 phoned; Mon1 12:00 automatic                       | Mon1 13:00 | RUNNING 240m due Mon1 15:00
        the client's message changes nothing     | P3 | Mon1 09:00 phoned; Mon1 12:00 contact                         | Mon1 13:00 | RUNNING 240m due Mon1 15:00
        the client writes, we answer, then silence | UPDATE-60 | Mon1 09:00 created; Mon1 09:30 message              | Mon1 13:00 | BREACHED 210m due Mon1 10:30 breached Mon1 10:30
        asking again gives us no more time       | UPDATE-60 | Mon1 09:00 created; Mon1 09:00 message; Mon1 09:10 contact; Mon1 09:50 contact; Mon1 10:40 contact; Mon1 11:30 contact; Mon1 12:20 contact | Mon1 13:00 | BREACHED 240m due Mon1 10:00 breached Mon1 10:00
        contact and answer at the same moment    | P3 | Mon1 09:00 phoned; Mon1 12:00 message; Mon1 12:00 contact     | Mon1 13:00 | MET 180m due Mon1 15:00 ended Mon1 12:00 / RUNNING 60m due Tue2 10:00
        each silence is one breach               | P3 | Mon1 09:00 phoned; Mon1 16:00 message                         | Wed3 09:00 | BREACHED 420m due Mon1 15:00 breached Mon1 15:00 ended Mon1 16:00 / BREACHED 540m due Tue2 14:00 breached Tue2 14:00
        paused by the client                     | P3 | Mon1 09:00 created; Mon1 12:00 message; Mon1 12:00 wait CLIENT | Mon1 13:00 | PAUSED 0m by CLIENT due Tue9 10:00
        not by a supplier                        | P3 | Mon1 09:00 phoned; Mon1 12:00 wait VENDOR                     | Mon1 13:00 | RUNNING 240m due Mon1 15:00
        nothing is owed after the end            | P3 | Mon1 09:00 phoned; Mon1 12:00 resolved; Mon1 13:00 contact    | Tue2 13:00 | MET 180m due Mon1 15:00 ended Mon1 12:00
        reopening begins anew                    | P3 | Mon1 09:00 phoned; Mon1 12:00 resolved; Mon1 14:00 reopened   | Mon1 15:00 | MET 180m due Mon1 15:00 ended Mon1 12:00 / RUNNING 60m due Tue2 12:00
        a level without updates ends it          | P3 | Mon1 09:00 phoned; Mon1 12:00 now P4                          | Mon1 17:00 | CANCELLED 180m for NO_TARGET ended Mon1 12:00
        a level with updates begins anew         | P3 | Mon1 09:00 phoned; Mon1 12:00 now P4; Mon1 14:00 now P3       | Mon1 15:00 | CANCELLED 180m for NO_TARGET ended Mon1 12:00 / RUNNING 60m due Tue2 12:00
        a response is promised now: that first   | UPDATE-60-ALONE | Mon1 09:00 created; Mon1 09:30 now UPDATE-60     | Mon1 11:00 | CANCELLED 30m for SUPERSEDED ended Mon1 09:30
        of the client's messages: none while we wrote last | UPDATE-60-CLIENT | Mon1 09:00 created; Mon1 09:30 message | Mon1 13:00 | NOT_STARTED
        from the first that stands unanswered    | UPDATE-60-CLIENT | Mon1 09:00 created; Mon1 09:00 message; Mon1 09:10 contact; Mon1 09:50 contact; Mon1 10:40 contact; Mon1 11:30 contact; Mon1 12:20 contact | Mon1 13:00 | BREACHED 230m due Mon1 10:10 breached Mon1 10:10
        until we answer                          | UPDATE-60-CLIENT | Mon1 09:00 phoned; Mon1 09:10 contact; Mon1 09:40 message | Mon1 13:00 | MET 30m due Mon1 10:10 ended Mon1 09:40
        the request is a message of the client   | UPDATE-60-ALONE-CLIENT | Mon1 09:00 created                        | Mon1 09:30 | RUNNING 30m due Mon1 10:00
        a resolution answers                     | UPDATE-60-CLIENT | Mon1 09:00 phoned; Mon1 09:10 contact; Mon1 09:40 resolved; Mon1 10:00 reopened | Mon1 13:00 | MET 30m due Mon1 10:10 ended Mon1 09:40
        what was written since does not          | UPDATE-60-CLIENT | Mon1 09:00 phoned; Mon1 09:40 resolved; Mon1 09:50 contact; Mon1 10:00 reopened | Mon1 10:30 | RUNNING 30m due Mon1 11:00
        """)
    void update(String rule, String priority, String story, String asOf, String expected) {
        assertEquals(expected, Story.describe(Story.read(priority, story, asOf).clock(ClockKind.UPDATE)), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        asked and waiting                        | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT                        | Mon1 12:00 | PAUSED 60m by CLIENT due Wed10 10:00
        asked up to 15 minutes before            | P3 | Mon1 10:00 created; Mon1 10:45 message; Mon1 11:00 wait CLIENT                        | Mon1 12:00 | PAUSED 60m by CLIENT due Wed10 10:00
        asked up to 15 minutes after             | P3 | Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 11:15 message                        | Mon1 12:00 | PAUSED 60m by CLIENT due Wed10 10:00
        asked too early                          | P3 | Mon1 10:00 created; Mon1 10:44:59 message; Mon1 11:00 wait CLIENT                     | Mon1 12:00 | RUNNING 120m due Wed3 10:00
        asked too late                           | P3 | Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 11:15:01 message                     | Mon1 12:00 | RUNNING 120m due Wed3 10:00
        nobody asked                             | P3 | Mon1 10:00 created; Mon1 11:00 wait CLIENT                                            | Mon1 12:00 | RUNNING 120m due Wed3 10:00
        a message that asks nothing is no question | P3 | Mon1 10:00 created; Mon1 11:00 message plain; Mon1 11:00 wait CLIENT             | Mon1 12:00 | RUNNING 120m due Wed3 10:00
        a machine's message is no question       | P3 | Mon1 10:00 created; Mon1 11:00 automatic; Mon1 11:00 wait CLIENT                      | Mon1 12:00 | RUNNING 120m due Wed3 10:00
        the client answered, the status did not change | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT; Mon1 12:00 contact | Mon1 13:00 | RUNNING 120m due Wed3 11:00
        the status ended it                      | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT; Mon1 12:00 end CLIENT | Mon1 13:00 | RUNNING 120m due Wed3 11:00
        five business days are the client's      | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT                        | Mon8 10:59 | PAUSED 60m by CLIENT due Wed10 10:00
        then it is the MSP's                     | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT                        | Mon8 12:00 | RUNNING 120m due Wed10 10:00
        and stays the MSP's                      | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT; Tue9 09:00 message; Tue9 09:00 wait CLIENT | Tue9 10:00 | RUNNING 480m due Wed10 10:00
        asked only the second time               | P3 | Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 12:00 message; Mon1 12:00 wait CLIENT | Mon1 13:00 | PAUSED 120m by CLIENT due Wed10 10:00
        asked neither time                       | P3 | Mon1 10:00 created; Mon1 11:00 wait CLIENT; Mon1 12:00 wait CLIENT                     | Mon1 13:00 | RUNNING 180m due Wed3 10:00
        a second question after an answer        | P3 | Mon1 10:00 created; Mon1 11:00 message; Mon1 11:00 wait CLIENT; Mon1 12:00 contact; Mon1 13:00 message; Mon1 13:00 wait CLIENT | Mon1 14:00 | PAUSED 120m by CLIENT due Wed10 11:00
        a contract that takes statuses as they are | P3-AS-RECORDED | Mon1 10:00 created; Mon1 11:00 wait CLIENT                          | Mon8 12:00 | PAUSED 60m by CLIENT
        """)
    void clientWaits(String rule, String priority, String story, String asOf, String expected) {
        assertEquals(expected, Story.describe(Story.read(priority, story, asOf).clock(ClockKind.RESOLUTION)), rule);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        nobody can ask: the status is believed   | P3            | Mon1 10:00 created; Mon1 11:00 wait CLIENT | RESOLUTION | PAUSED 60m by CLIENT due Wed10 10:00
        unless the contract wants a question     | P3-QUESTION   | Mon1 10:00 created; Mon1 11:00 wait CLIENT | RESOLUTION | RUNNING 120m due Wed3 10:00
        no message can stop an update            | P3            | Mon1 10:00 created; Mon1 11:00 status      | UPDATE     | NOT_RUN
        a status can stop a response             | P3            | Mon1 10:00 created; Mon1 11:00 status      | RESPONSE   | MET 60m due Mon1 14:00 ended Mon1 11:00
        not where only a message is one          | P3-BY-MESSAGE | Mon1 10:00 created                         | RESPONSE   | NOT_RUN
        no target is no target there too         | P4            | Mon1 10:00 created                         | UPDATE     | NO_TARGET
        """)
    void whereNoMessagesAreDelivered(String rule, String priority, String story, ClockKind clock, String expected) {
        SlaReading reading = Story.read(priority, MessageDelivery.NOT_DELIVERED, story, "Mon1 12:00");
        assertEquals(expected, Story.describe(reading.clock(clock)), rule);
        boolean told = reading.clock(clock).notRun() == NotRun.MESSAGES_NOT_DELIVERED;
        assertEquals(expected.equals("NOT_RUN"), told, rule);
    }
}
