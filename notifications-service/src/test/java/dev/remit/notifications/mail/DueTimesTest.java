package dev.remit.notifications.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.notifications.mailsettings.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody is written to, by the clock on their wall. */
class DueTimesTest {
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 0));

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # what it is,                     zone,             quiet,         happened,             covered,              priority, sent
            by day at once,                   Europe/Berlin,    20:00-07:00,   2026-06-11T10:00:00Z, ,                     P2,       2026-06-11T10:00:00Z
            in the evening tomorrow,          Europe/Berlin,    20:00-07:00,   2026-06-11T18:00:00Z, ,                     P2,       2026-06-12T05:00:00Z
            a minute before they begin,       Europe/Berlin,    20:00-07:00,   2026-06-11T17:59:00Z, ,                     P2,       2026-06-11T17:59:00Z
            early in the morning later,       Europe/Berlin,    20:00-07:00,   2026-06-11T02:00:00Z, ,                     P2,       2026-06-11T05:00:00Z
            the minute after them at once,    Europe/Berlin,    20:00-07:00,   2026-06-11T05:00:00Z, ,                     P2,       2026-06-11T05:00:00Z
            a P1 at night at once,            Europe/Berlin,    20:00-07:00,   2026-06-11T22:00:00Z, ,                     P1,       2026-06-11T22:00:00Z
            a P1 outside of cover at once,    Europe/Berlin,    20:00-07:00,   2026-06-13T10:00:00Z, 2026-06-15T07:00:00Z, P1,       2026-06-13T10:00:00Z
            at a weekend when cover begins,   Europe/Berlin,    20:00-07:00,   2026-06-13T10:00:00Z, 2026-06-15T07:00:00Z, P2,       2026-06-15T07:00:00Z
            covered at night after it,        Europe/Berlin,    20:00-07:00,   2026-06-13T22:00:00Z, 2026-06-13T22:00:00Z, P2,       2026-06-14T05:00:00Z
            covered since long at once,       Europe/Berlin,    20:00-07:00,   2026-06-11T10:00:00Z, 2026-06-11T08:00:00Z, P3,       2026-06-11T10:00:00Z
            no priority is none of urgency,   Europe/Berlin,    20:00-07:00,   2026-06-11T22:00:00Z, ,                     ,         2026-06-12T05:00:00Z
            the short night in spring,        Europe/Berlin,    20:00-07:00,   2026-03-28T22:00:00Z, ,                     P2,       2026-03-29T05:00:00Z
            the long night in autumn,         Europe/Berlin,    20:00-07:00,   2026-10-24T20:00:00Z, ,                     P2,       2026-10-25T06:00:00Z
            an end that the spring skips,     Europe/Berlin,    20:00-02:30,   2026-03-28T22:00:00Z, ,                     P2,       2026-03-29T01:30:00Z
            an end that comes twice,          Europe/Berlin,    20:00-02:30,   2026-10-24T22:00:00Z, ,                     P2,       2026-10-25T00:30:00Z
            between the two of them,          Europe/Berlin,    20:00-02:30,   2026-10-25T01:15:00Z, ,                     P2,       2026-10-25T01:30:00Z
            far to the west,                  America/New_York, 20:00-07:00,   2026-06-12T02:00:00Z, ,                     P2,       2026-06-12T11:00:00Z
            quiet at noon,                    Europe/Berlin,    12:00-13:00,   2026-06-11T10:30:00Z, ,                     P2,       2026-06-11T11:00:00Z
            never quiet,                      Europe/Berlin,    00:00-00:00,   2026-06-11T22:00:00Z, ,                     P2,       2026-06-11T22:00:00Z
            """)
    void of(String what, String zone, String quiet, String now, String covered, String priority, String due) {
        MailHints hints = MailHints.ofClock(covered == null ? null : Instant.parse(covered), priority);
        String[] ends = quiet.split("-");
        QuietHours hours = new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        assertEquals(Instant.parse(due), DueTimes.of(Instant.parse(now), hints, hours, ZoneId.of(zone)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a week                          | 2026-06-01T10:00:00Z | 2026-06-08T10:00:00Z | 2026-06-05T05:00:00Z 2026-06-07T10:00:00Z
            two days: both are one          | 2026-06-01T10:00:00Z | 2026-06-03T10:00:00Z | 2026-06-02T10:00:00Z
            less than a day: half of it     | 2026-06-01T08:00:00Z | 2026-06-01T18:00:00Z | 2026-06-01T13:00:00Z
            not put off until it is over    | 2026-06-01T14:00:00Z | 2026-06-02T00:00:00Z | 2026-06-01T19:00:00Z
            """)
    void reminders(String what, String sent, String expires, String due) {
        List<Instant> reminders =
                DueTimes.reminders(Instant.parse(sent), Instant.parse(expires), NIGHT, ZoneId.of("Europe/Berlin"));
        assertEquals(due, reminders.stream().map(Instant::toString).collect(Collectors.joining(" ")));
    }
}
