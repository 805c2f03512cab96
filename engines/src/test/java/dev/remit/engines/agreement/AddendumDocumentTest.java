package dev.remit.engines.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.engines.sla.Target;
import dev.remit.engines.sla.UpdateAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddendumDocumentTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final String HEAD = """
            "schema":"remit-agreement/1","tenant":"01900000-0000-7000-8000-000000000002",
            "client":{"id":"01900000-0000-7000-8000-000000000003","code":"whitfield-crane","name":"Whitfield"},
            "version":1,"effectiveFrom":"2026-01-01"
            """;
    private static final String MASTER = "{" + HEAD + """
            ,"agreementId":"01900000-0000-7000-8000-00000000000a","kind":"MASTER",
            "sites":[{"code":"broad-street","zone":"America/New_York"}],
            "calendars":{"office-hours":{"zone":"UTC","weekly":{"MONDAY":[["09:00","17:00"]]}},
              "long-days":{"zone":"UTC","weekly":{"MONDAY":[["08:00","18:00"]]}}},
            "coverage":{"calendar":"office-hours"},
            "serviceLevels":[{"priority":"P1","ticketClass":"INCIDENT","responseMinutes":10,"calendar":"COVERAGE"},
              {"priority":"P1","responseMinutes":20,"calendar":"COVERAGE"},
              {"priority":"P2","ticketClass":"INCIDENT","responseMinutes":30,"calendar":"COVERAGE"},
              {"priority":"P2","responseMinutes":40,"calendar":"COVERAGE"},
              {"priority":"P3","responseMinutes":50,"calendar":"COVERAGE"}],
            "rateCard":{"clause":"7.1","currency":"USD","hourly":[{"workType":"ONSITE","rate":"150.00"}],
              "bandCalendar":"long-days"}}
            """;
    private static final String ADDENDUM = "{" + HEAD + """
            ,"agreementId":"01900000-0000-7000-8000-00000000000b","kind":"ADDENDUM",
            "master":"01900000-0000-7000-8000-00000000000a"@}
            """;
    private static final String LEVELS = """
            ,"serviceLevels":[{"priority":"P1","responseMinutes":1,"calendar":"COVERAGE"},
              {"priority":"P2","ticketClass":"INCIDENT","responseMinutes":2,"calendar":"COVERAGE"}]""";
    private static final String HOURS =
            ",\"calendars\":{\"office-hours\":{\"zone\":\"UTC\",\"weekly\":{\"SUNDAY\":[[\"09:00\",\"17:00\"]]}}},"
                    + "\"coverage\":{\"calendar\":\"office-hours\"}";
    private static final String RATES =
            ",\"rateCard\":{\"currency\":\"USD\",\"hourly\":[{\"workType\":\"ONSITE\",\"rate\":\"90.00\"}]}";

    private static AgreementDocument parse(String document) {
        return AgreementDocument.parse(document.getBytes(StandardCharsets.UTF_8));
    }

    private static AgreementDocument completed(String terms) {
        return parse(ADDENDUM.replace("@", terms)).completedBy(parse(MASTER));
    }

    @Test
    void anAddendumMayHaveNothingButRules() {
        AgreementDocument addendum = parse(ADDENDUM.replace("@", ""));
        assertEquals(AgreementKind.ADDENDUM, addendum.kind());
        assertNull(addendum.coverage());
        assertNull(addendum.rateCard());
        assertEquals(
                AgreementKind.MASTER,
                parse(MASTER.replace("\"kind\":\"MASTER\",", "")).kind());
    }

    @Test
    void updatesAreCountedAsTheAddendumSaysElseItsMaster() {
        String answers = ",\"updateAfter\":\"CLIENT_MESSAGE\"";
        AgreementDocument master = parse(MASTER.replaceFirst("\\}\\s*$", answers + "}"));
        assertEquals(
                UpdateAfter.CLIENT_MESSAGE,
                parse(ADDENDUM.replace("@", "")).completedBy(master).updateAfter());
        assertEquals(UpdateAfter.CLIENT_MESSAGE, completed(answers).updateAfter());
    }

    @ParameterizedTest(name = "{0} of {1}: {2} minutes")
    @CsvSource({
        "P1, INCIDENT, 1", // the addendum's level for the priority goes before the master's for the class
        "P1, REQUEST, 1",
        "P2, INCIDENT, 2",
        "P2, REQUEST, 40",
        "P3, REQUEST, 50",
    })
    void serviceLevelsAreTheMastersWhereTheAddendumHasNone(String priority, String ticketClass, long minutes) {
        ServiceLevel level =
                completed(LEVELS).serviceLevel(priority, ticketClass, null).orElseThrow();
        assertEquals(
                new Target.OpenTime(Duration.ofMinutes(minutes)),
                level.targets().values().iterator().next());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "neither hours nor rates, false, false, MONDAY 09:00, MONDAY 08:00, 150",
        "hours of its own, true, false, SUNDAY 09:00, MONDAY 08:00, 150",
        "rates of its own, false, true, MONDAY 09:00, MONDAY 08:00, 90",
        "both, true, true, SUNDAY 09:00, SUNDAY 09:00, 90",
    })
    void hoursAndRatesAreTheMastersWhereItHasNone(
            String what, boolean hours, boolean rates, String clocks, String surcharges, long rate) {
        AgreementDocument document = completed((hours ? HOURS : "") + (rates ? RATES : ""));
        assertEquals(clocks, opens(document, document.coverage().calendar()));
        assertEquals(surcharges, opens(document, document.surchargeCalendarName(null)), what);
        assertEquals(
                rate * 100,
                document.rateCard()
                        .hourlyRate("ONSITE", null, document.effectiveFrom())
                        .minorPerHour());
    }

    private static String opens(AgreementDocument document, String calendar) {
        var day = document.calendars().get(calendar).text().weekly().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .findFirst()
                .orElseThrow();
        return day.getKey() + " " + day.getValue().getFirst().getFirst();
    }

    @Test
    void theMastersZoneOfASiteGoesFirst() {
        String sites = ",\"sites\":[{\"code\":\"broad-street\",\"zone\":\"Europe/Rome\"},"
                + "{\"code\":\"pearl-street\",\"zone\":\"Europe/Rome\"}]";
        assertEquals(ZoneId.of("America/New_York"), completed(sites).zone("broad-street", UTC));
        assertEquals(ZoneId.of("Europe/Rome"), completed(sites).zone("pearl-street", UTC));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "kind":"ADDENDUM",                                            |                         | master
        "master":"01900000-0000-7000-8000-00000000000a"               | "title":"x"             | master
        00000000000a                                                  | 00000000000b            | master
        """)
    void aMasterHasNoneAndAnAddendumHasAnother(String replaced, String by, String path) {
        String document = ADDENDUM.replace("@", "").replace(replaced, by == null ? "" : by);
        assertEquals(
                path, assertThrows(InvalidInput.class, () -> parse(document)).path());
    }
}
