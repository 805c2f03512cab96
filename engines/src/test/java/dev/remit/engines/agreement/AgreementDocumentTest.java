package dev.remit.engines.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.money.Fraction;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.RateCard;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.TimeEntry;
import dev.remit.engines.rating.Travel;
import dev.remit.engines.scope.LaterItems;
import dev.remit.engines.scope.RuleTarget;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.ScopeItem;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.WorkItemFacts;
import dev.remit.engines.sla.ChangePolicy;
import dev.remit.engines.sla.ClientWaitRule;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockTerms;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.Target;
import dev.remit.engines.sla.UpdateAfter;
import dev.remit.engines.sla.WaitReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementDocumentTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final SiteZone OFFICE = SiteZone.in(NEW_YORK);

    private static final String WHITFIELD = """
            {"schema":"remit-agreement/1","agreementId":"0198c0de-0000-7000-8000-0000000000a1",
             "tenant":"0198c0de-0000-7000-8000-000000000001",
             "client":{"id":"0198c0de-0000-7000-8000-0000000000c1","code":"whitfield-crane","name":"Whitfield & Crane LLP"},
             "title":"Managed services","version":1,"effectiveFrom":"2026-01-01","effectiveTo":"2027-01-01",
             "clauses":[{"id":"3.1","title":"Support"},{"id":"4.2","title":"Office moves","text":"By the hour."},
                        {"id":"5.1"},{"id":"6.1"},{"id":"7.1"}],
             "catalogue":[{"code":"office-move","name":"Office move","category":"projects",
                           "meaning":"The whole firm changes its address."},
                      {"code":"password-reset","category":"accounts"},
                      {"code":"desk-move"}],
             "scopeRules":[{"clause":"4.2","item":"office-move","treatment":"EXTRA","workType":"ONSITE",
                            "estimateMinutes":1080,"approval":"REQUIRED"},
                           {"clause":"3.1","category":"accounts","treatment":"INCLUDED",
                            "when":{"ticketClasses":["REQUEST"],"priorities":["P3"],"sites":["broad-street"],
                                          "bands":["BUSINESS"]}},
                           {"clause":"3.1","item":"desk-move","treatment":"INCLUDED",
                            "includedVolume":{"count":2,"period":"YEAR"}},
                           {"clause":"5.1","catchAll":true,"treatment":"EXTRA"}],
             "calendars":{"office-hours":{"zone":"SITE","weekly":{"MONDAY":[["08:30","17:30"]],"TUESDAY":[["08:30","17:30"]],
                "WEDNESDAY":[["08:30","17:30"]],"THURSDAY":[["08:30","17:30"]],"FRIDAY":[["08:30","17:30"]]},
                "holidays":["2026-06-19","2026-07-03"],"exceptions":{"2026-12-24":[["08:30","12:00"]]},
                "weekendDays":["SATURDAY","SUNDAY"]},
              "long-days":{"zone":"America/New_York","weekly":{"MONDAY":[["07:00","19:00"]]},"holidays":[]}},
             "coverage":{"clause":"6.1","calendar":"office-hours"},
             "serviceLevels":[{"clause":"6.1","priority":"P3","ticketClass":"REQUEST","responseMinutes":240,
                "resolutionMinutes":2400,"noTarget":["PLAN","UPDATE"],"calendar":"COVERAGE",
                "pauses":{"RESOLUTION":["CLIENT","VENDOR","APPROVAL","SCHEDULED"]},"warningPercents":[50,80],
                "onPriorityChange":"RESTART"},
               {"clause":"6.1","priority":"P3","responseMinutes":60,"calendar":"COVERAGE"},
               {"clause":"6.1","priority":"P1","responseMinutes":15,"planMinutes":60,"updateMinutes":30,
                "resolutionMinutes":240,"calendar":"ALWAYS"}],
             "responseEvents":["PUBLIC_MESSAGE","ASSIGNED"],
             "rateCard":{"clause":"7.1","currency":"USD",
                "hourly":[{"workType":"ONSITE","rate":"150.00"},
                          {"workType":"ONSITE","role":"ENGINEER","rate":"180.00","from":"2026-01-01","to":"2027-01-01"}],
                "overage":[{"workType":"ONSITE","rate":"120.00"}],
                "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1.5","WEEKEND":"1.5","HOLIDAY":"2"},
                "minimumMinutes":30,"incrementMinutes":15,"roundingMode":"UP","grouping":"VISIT",
                "units":[{"band":"WEEKEND","minimumMinutes":240}],
                "travel":{"kind":"FLAT","fee":"75.00"},"callOut":"100.00","blockBurn":"WEIGHTED","taxRatePercent":"8.875",
                "bandCalendar":"long-days"},
             "standingAuthorisations":[{"upTo":"500.00","role":"partner"}],
             "signatures":[{"party":"MSP","name":"John","email":"john@example.com","signedAt":"2025-12-01T10:00:00Z"},
                           {"party":"CLIENT","name":"M. Whitfield","signedAt":"2025-12-02T10:00:00Z"}]}
            """;

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static AgreementDocument document() {
        return AgreementDocument.parse(bytes(WHITFIELD));
    }

    @Test
    void nothingThatIsWrittenIsLost() {
        AgreementDocument document = document();
        assertEquals(
                "broad-street",
                document.scopeRules()
                        .get(1)
                        .conditions()
                        .ticket()
                        .sites()
                        .iterator()
                        .next());
        assertEquals(2L, document.scopeRules().get(2).volume().count());
        assertEquals(new RuleTarget.CatchAll(), document.scopeRules().get(3).target());
        assertEquals(1_080, document.scopeRules().getFirst().estimateMinutes());
        assertEquals(
                new ScopeItem("office-move", "Office move", "projects", "The whole firm changes its address."),
                document.catalogue().getFirst());
        assertEquals(LaterItems.BY_CATEGORY, document.laterItems());
        assertEquals(
                List.of(List.of("08:30", "12:00")),
                document.calendars().get("office-hours").text().exceptions().get("2026-12-24"));
        assertEquals(ChangePolicy.RESTART, document.serviceLevels().getFirst().onChange());
        assertEquals("john@example.com", document.signatures().getFirst().email());
        assertEquals(document, document());
    }

    @Test
    void zonesAreThoseThatWereSigned() {
        AgreementDocument signed = AgreementDocument.parse(bytes(WHITFIELD
                .replace("\"name\":\"Whitfield & Crane LLP\"}", "\"name\":\"W & C\",\"zone\":\"America/Los_Angeles\"}")
                .replace(
                        "\"version\":1",
                        "\"version\":1,\"sites\":[{\"code\":\"broad-street\",\"zone\":\"America/New_York\"}]")));
        ZoneId onRecord = ZoneId.of("Asia/Tokyo");
        assertEquals(NEW_YORK, signed.zone("broad-street", onRecord));
        assertEquals(LOS_ANGELES, signed.zone(null, onRecord));
        assertEquals(onRecord, signed.zone("wall-street", onRecord));
        assertEquals(onRecord, document().zone(null, onRecord));
    }

    @Test
    void anEmptyListIsNotAnAbsentOne() {
        AgreementDocument again = AgreementDocument.parse(bytes(WHITFIELD
                .replace("{\"2026-12-24\":[[\"08:30\",\"12:00\"]]}", "{\"2026-12-24\":[]}")
                .replace("\"weekendDays\":[\"SATURDAY\",\"SUNDAY\"]", "\"weekendDays\":[]")
                .replace("\"holidays\":[]}}", "\"weekendDays\":[]}}")
                .replace("[\"CLIENT\",\"VENDOR\",\"APPROVAL\",\"SCHEDULED\"]", "[]")
                .replace("\"warningPercents\":[50,80]", "\"warningPercents\":[]")));
        assertEquals(
                List.of(),
                again.calendars().get("office-hours").text().exceptions().get("2026-12-24"));
        assertEquals(List.of(), again.calendars().get("office-hours").text().weekendDays());
        assertEquals(List.of(), again.calendars().get("long-days").text().weekendDays());
        assertEquals(Set.of(), again.serviceLevels().getFirst().pauses().get(ClockKind.RESOLUTION));
        assertEquals(List.of(), again.serviceLevels().getFirst().warningPercents());
    }

    @Test
    void theContentIsWhatBothPartiesSign() {
        String unsigned = WHITFIELD.replaceAll("(?s)\"signatures\":\\[.*?]", "\"signatures\":[]");
        assertNotEquals(WHITFIELD, unsigned);
        assertEquals(AgreementDocument.contentHash(bytes(WHITFIELD)), AgreementDocument.contentHash(bytes(unsigned)));
        assertNotEquals(
                AgreementDocument.contentHash(bytes(WHITFIELD)),
                AgreementDocument.contentHash(bytes(WHITFIELD.replace("150.00", "150.01"))));
    }

    @Test
    void theContentHashCoversMembersThatAreNotKnownYet() {
        byte[] known = bytes(WHITFIELD);
        byte[] more = bytes(WHITFIELD.replaceFirst("\\{", "{\"penalties\":[],"));
        assertEquals(AgreementDocument.parse(known), AgreementDocument.parse(more));
        assertNotEquals(AgreementDocument.contentHash(known), AgreementDocument.contentHash(more));
    }

    @Test
    void scopeComesFromIt() {
        WorkItemFacts facts = WorkItemFacts.on(LocalDate.of(2026, 6, 11))
                .itemCode("office-move")
                .build();
        Categorisation found = ServiceCatalogue.of(List.of()).categorise(facts.description());
        Ruling ruling = document().scope().rule(facts, found, UsedVolume.NONE);
        assertEquals(Verdict.EXTRA, ruling.verdict());
        assertEquals("By the hour.", ruling.clause().text());
        assertEquals("ONSITE", ruling.decided().workType());
        assertTrue(ruling.approvalNeeded());
    }

    @Test
    void hoursFollowTheSite() {
        Instant nineInNewYork = Instant.parse("2026-06-11T13:00:00Z");
        assertTrue(document().coverageCalendar(OFFICE).isOpen(nineInNewYork));
        assertFalse(document().coverageCalendar(SiteZone.in(LOS_ANGELES)).isOpen(nineInNewYork));
    }

    @Test
    void surchargesGoByTheirOwnCalendarWhereThereIsOne() {
        Instant sevenOnMonday = Instant.parse("2026-06-15T11:00:00Z");
        assertEquals(
                Band.BUSINESS,
                document().surchargeCalendar(SiteZone.in(LOS_ANGELES)).bandAt(sevenOnMonday));
        AgreementDocument plain = AgreementDocument.parse(bytes(WHITFIELD.replace("bandCalendar", "formerCalendar")));
        assertEquals(Band.AFTER_HOURS, plain.surchargeCalendar(OFFICE).bandAt(sevenOnMonday));
    }

    @Test
    void aSiteHasTheHoursThatTheCoverageGivesIt() {
        AgreementDocument document = AgreementDocument.parse(bytes(WHITFIELD.replace(
                "\"calendar\":\"office-hours\"}",
                "\"calendar\":\"office-hours\",\"sites\":{\"broad-street\":\"long-days\"}}")));
        Instant sevenOnMonday = Instant.parse("2026-06-15T11:00:00Z");
        SiteZone broadStreet = new SiteZone("broad-street", NEW_YORK);
        assertTrue(document.coverageCalendar(broadStreet).isOpen(sevenOnMonday));
        assertFalse(
                document.coverageCalendar(new SiteZone("wall-street", NEW_YORK)).isOpen(sevenOnMonday));
        assertFalse(document.coverageCalendar(OFFICE).isOpen(sevenOnMonday));
        assertEquals("long-days", document.surchargeCalendarName("wall-street"), "the rate card's own goes before");
        assertEquals(
                document.coverageCalendar(broadStreet),
                document.slaTerms("P3", "REQUEST", broadStreet)
                        .orElseThrow()
                        .clock(ClockKind.RESPONSE)
                        .calendar());
    }

    @Test
    void aLevelMayHaveACalendarOfItsOwn() {
        AgreementDocument document = AgreementDocument.parse(
                bytes(WHITFIELD.replace("\"calendar\":\"COVERAGE\"", "\"calendar\":\"long-days\"")));
        assertEquals(
                document.calendar("long-days", NEW_YORK),
                document.slaTerms("P3", "REQUEST", OFFICE)
                        .orElseThrow()
                        .clock(ClockKind.RESPONSE)
                        .calendar());
    }

    @Test
    void termsOfAMasterKeepTheHoursThatItCallsByThatName() {
        AgreementDocument addendum = AgreementDocument.parse(bytes("""
                {"schema":"remit-agreement/1","agreementId":"0198c0de-0000-7000-8000-0000000000a2","kind":"ADDENDUM",
                 "master":"0198c0de-0000-7000-8000-0000000000a1","tenant":"0198c0de-0000-7000-8000-000000000001",
                 "client":{"id":"0198c0de-0000-7000-8000-0000000000c1","code":"whitfield-crane","name":"W & C"},
                 "version":1,"effectiveFrom":"2026-01-01",
                 "calendars":{"long-days":{"zone":"SITE","weekly":{"SUNDAY":[["10:00","12:00"]]}}},
                 "serviceLevels":[{"priority":"P9","responseMinutes":60,"calendar":"long-days"}]}
                """));
        AgreementDocument completed = addendum.completedBy(document());
        Instant elevenOnSunday = Instant.parse("2026-06-14T15:00:00Z");
        Instant sevenOnMonday = Instant.parse("2026-06-15T11:00:00Z");
        assertTrue(completed
                .slaTerms("P9", null, OFFICE)
                .orElseThrow()
                .clock(ClockKind.RESPONSE)
                .calendar()
                .isOpen(elevenOnSunday));
        assertEquals(Band.BUSINESS, completed.surchargeCalendar(OFFICE).bandAt(sevenOnMonday));
        assertEquals(document().coverageCalendar(OFFICE), completed.coverageCalendar(OFFICE));
    }

    @Test
    void aCalendarThatIsNotThereIsNamed() {
        InvalidInput fault = assertThrows(InvalidInput.class, () -> document().calendar("nights", NEW_YORK));
        assertEquals("calendars", fault.path());
        assertEquals("has none that is called nights", fault.problem());
    }

    @Test
    void pricesComeFromIt() {
        RateCard card = document().rateCard();
        assertEquals("7.1", card.clause());
        assertEquals(
                18_000,
                card.hourlyRate("ONSITE", "ENGINEER", LocalDate.of(2026, 6, 11)).minorPerHour());
        assertEquals(
                15_000,
                card.hourlyRate("ONSITE", "ENGINEER", LocalDate.of(2027, 1, 1)).minorPerHour());
        assertEquals(Grouping.VISIT, card.units().grouping());
        assertEquals(new Travel.Flat(7_500), card.travel());
        assertEquals(10_000, card.callOutMinor());
        assertEquals(Fraction.parse("8.875"), card.taxRatePercent());
        TimeEntry saturday = TimeEntry.of(
                        "t1", "ONSITE", Instant.parse("2026-06-13T12:00:00Z"), Instant.parse("2026-06-13T12:10:00Z"))
                .build();
        RatingCase work = RatingCase.of(document().ratingTerms(OFFICE).orElseThrow(), List.of(saturday));
        assertEquals(90_000, RatingEngine.rate(work).subtotalMinor());
    }

    @Test
    void anAgreementMayHaveNoPrices() {
        AgreementDocument document = AgreementDocument.parse(bytes(WHITFIELD.replace("rateCard", "formerCard")));
        assertTrue(document.ratingTerms(OFFICE).isEmpty());
    }

    private static Target minutes(long minutes) {
        return new Target.OpenTime(Duration.ofMinutes(minutes));
    }

    @Test
    void aTargetMayBeInBusinessDays() {
        AgreementDocument document = AgreementDocument.parse(bytes(WHITFIELD.replace(
                "\"resolutionMinutes\":2400,", "\"resolution\":{\"businessDays\":2,\"by\":\"16:00\"},")));
        ClockTerms resolution =
                document.slaTerms("P3", "REQUEST", OFFICE).orElseThrow().clock(ClockKind.RESOLUTION);
        assertEquals(new Target.Days(2, "16:00"), resolution.target());
        assertEquals(Instant.parse("2026-06-22T20:00:00Z"), resolution.due(Instant.parse("2026-06-17T23:00:00Z")));
        assertEquals(Set.of(), document.serviceLevels().getFirst().silentClocks());
        WorkedExample example = new WorkedExample(
                "A request",
                null,
                new WorkedExample.Target(
                        "P3",
                        "REQUEST",
                        ClockKind.RESOLUTION,
                        null,
                        LocalDateTime.parse("2026-06-17T19:00"),
                        LocalDateTime.parse("2026-06-22T16:00")));
        assertEquals(Optional.empty(), example.fault(document));
        StepBudget little = new StepBudget(3, () -> false);
        assertEquals(
                Optional.of(
                        "It cannot be computed: it takes more than 3 calendar steps, with all that stands before it."),
                example.fault(document, little));
        assertTrue(little.isOverdrawn());
    }

    @Test
    void theLevelOfATicketIsThatOfItsClassElseOfEvery() {
        SlaTerms request = document().slaTerms("P3", "REQUEST", OFFICE).orElseThrow();
        assertEquals(minutes(240), request.clock(ClockKind.RESPONSE).target());
        assertEquals(minutes(2400), request.clock(ClockKind.RESOLUTION).target());
        assertFalse(request.clock(ClockKind.UPDATE).hasTarget());
        assertEquals(List.of(50, 80), request.warningPercents());
        assertEquals(
                minutes(60),
                document()
                        .slaTerms("P3", "INCIDENT", OFFICE)
                        .orElseThrow()
                        .clock(ClockKind.RESPONSE)
                        .target());
        assertTrue(document().slaTerms("P2", "REQUEST", OFFICE).isEmpty());
    }

    @Test
    void theOrderOfTheLevelsDoesNotMatter() {
        String swapped = WHITFIELD
                .replace("\"ticketClass\":\"REQUEST\",", "")
                .replace(
                        "\"priority\":\"P3\",\"responseMinutes\":60",
                        "\"priority\":\"P3\",\"ticketClass\":\"REQUEST\",\"responseMinutes\":60");
        AgreementDocument document = AgreementDocument.parse(bytes(swapped));
        assertEquals(
                minutes(60),
                document.serviceLevel("P3", "REQUEST", null)
                        .orElseThrow()
                        .targets()
                        .get(ClockKind.RESPONSE));
        assertEquals(
                minutes(240),
                document.serviceLevel("P3", "INCIDENT", null)
                        .orElseThrow()
                        .targets()
                        .get(ClockKind.RESPONSE));
    }

    @ParameterizedTest(name = "{0} at {1}: {2} minutes")
    @CsvSource(
            nullValues = "-",
            value = {
                "REQUEST, broad-street, 15", // a level for the site goes before one for the class
                "INCIDENT, broad-street, 15",
                "REQUEST, wall-street, 10",
                "INCIDENT, wall-street, 60",
                "REQUEST, harbour, 240",
                "REQUEST, -, 240",
                "INCIDENT, -, 60"
            })
    void aLevelMayBeForSomeSites(String ticketClass, String site, long minutes) {
        String sites = """
                "serviceLevels":[
                  {"priority":"P3","sites":["broad-street"],"responseMinutes":15,"calendar":"COVERAGE"},
                  {"priority":"P3","ticketClass":"REQUEST","sites":["wall-street"],"responseMinutes":10,
                   "calendar":"COVERAGE"},""";
        AgreementDocument document = AgreementDocument.parse(bytes(WHITFIELD.replace("\"serviceLevels\":[", sites)));
        assertEquals(
                minutes(minutes),
                document.slaTerms("P3", ticketClass, new SiteZone(site, NEW_YORK))
                        .orElseThrow()
                        .clock(ClockKind.RESPONSE)
                        .target());
    }

    @Test
    void waitsForTheClientAreAsWrittenElseTheUsual() {
        assertEquals(
                ClientWaitRule.USUAL,
                document().slaTerms("P3", "REQUEST", OFFICE).orElseThrow().clientWaits());
        assertEquals(
                new ClientWaitRule(ClientWaitRule.Proof.QUESTION, Duration.ofMinutes(30), 5),
                waits("{\"proof\":\"QUESTION\",\"questionWithinMinutes\":30}"));
        assertEquals(
                new ClientWaitRule(ClientWaitRule.Proof.QUESTION_WHERE_SEEN, Duration.ofMinutes(15), 10),
                waits("{\"atMostBusinessDays\":10}"));
        assertEquals(
                new ClientWaitRule(ClientWaitRule.Proof.STATUS, Duration.ofMinutes(15), null),
                waits("{\"proof\":\"STATUS\",\"withoutLimit\":true}"));
        for (String refused : List.of(
                "{\"atMostBusinessDays\":0}",
                "{\"atMostBusinessDays\":367}",
                "{\"atMostBusinessDays\":5,\"withoutLimit\":true}")) {
            InvalidInput fault = assertThrows(InvalidInput.class, () -> waits(refused));
            assertEquals("clientWaits.atMostBusinessDays", fault.path(), refused);
        }
        assertEquals(
                "clientWaits.questionWithinMinutes",
                assertThrows(InvalidInput.class, () -> waits("{\"questionWithinMinutes\":10081}"))
                        .path());
    }

    private static ClientWaitRule waits(String written) {
        String document = WHITFIELD.replace("\"serviceLevels\":", "\"clientWaits\":" + written + ",\"serviceLevels\":");
        return AgreementDocument.parse(bytes(document))
                .slaTerms("P3", "REQUEST", OFFICE)
                .orElseThrow()
                .clientWaits();
    }

    @Test
    void whatMayBeContestedUntilWhenIsAsWrittenElseNothingIs() {
        assertTrue(document().contests().isEmpty());
        String document = WHITFIELD.replace("\"serviceLevels\":", "\"contestWithinDays\":10,\"serviceLevels\":");
        ContestPeriod period =
                AgreementDocument.parse(bytes(document)).contests().orElseThrow();
        ZoneId newYork = ZoneId.of("America/New_York");
        Instant latest = Instant.parse("2026-06-23T04:00:00Z");
        assertEquals(latest, period.end(Instant.parse("2026-06-12T13:00:00Z"), newYork));
        assertEquals(latest, period.end(Instant.parse("2026-06-13T03:59:59Z"), newYork));
        for (String refused : List.of("0", "367")) {
            InvalidInput fault = assertThrows(
                    InvalidInput.class,
                    () -> AgreementDocument.parse(bytes(document.replace("Days\":10", "Days\":" + refused))));
            assertEquals("contestWithinDays", fault.path());
        }
    }

    @Test
    void updatesAreCountedAsWrittenElseFromOurLast() {
        assertEquals(
                UpdateAfter.ALWAYS,
                document().slaTerms("P3", "REQUEST", OFFICE).orElseThrow().updateAfter());
        String document =
                WHITFIELD.replace("\"serviceLevels\":", "\"updateAfter\":\"CLIENT_MESSAGE\",\"serviceLevels\":");
        assertEquals(
                UpdateAfter.CLIENT_MESSAGE,
                AgreementDocument.parse(bytes(document))
                        .slaTerms("P3", "REQUEST", OFFICE)
                        .orElseThrow()
                        .updateAfter());
    }

    @Test
    void pausesAreAsWrittenElseTheUsualAndNoneAtTheHighestPriority() {
        Set<WaitReason> written =
                EnumSet.of(WaitReason.CLIENT, WaitReason.VENDOR, WaitReason.APPROVAL, WaitReason.SCHEDULED);
        SlaTerms request = document().slaTerms("P3", "REQUEST", OFFICE).orElseThrow();
        assertEquals(written, request.clock(ClockKind.RESOLUTION).pausedBy());
        SlaTerms highest = document().slaTerms("P1", "REQUEST", OFFICE).orElseThrow();
        for (ClockKind kind : ClockKind.values()) {
            assertEquals(Set.of(), highest.clock(kind).pausedBy());
        }
        AgreementDocument usual = AgreementDocument.parse(bytes(WHITFIELD.replace("\"pauses\"", "\"former\"")));
        assertEquals(
                ClockKind.RESOLUTION.pausedByDefault(),
                usual.slaTerms("P3", "REQUEST", OFFICE)
                        .orElseThrow()
                        .clock(ClockKind.RESOLUTION)
                        .pausedBy());
    }

    @Test
    void theOfficeMoveIsDueAsTheStorySays() {
        SlaTerms terms = document().slaTerms("P3", "REQUEST", OFFICE).orElseThrow();
        Instant created = Instant.parse("2026-06-11T18:00:00Z");
        assertEquals(
                Instant.parse("2026-06-12T13:00:00Z"),
                terms.clock(ClockKind.RESPONSE).calendar().due(created, 240 * 60));
    }

    @Test
    void theDocumentSaysWhichClocksItIsSilentOn() {
        assertEquals(Set.of(), document().serviceLevels().get(0).silentClocks());
        assertEquals(
                EnumSet.of(ClockKind.PLAN, ClockKind.UPDATE, ClockKind.RESOLUTION),
                document().serviceLevels().get(1).silentClocks());
    }

    @ParameterizedTest(name = "{0} → {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
                    # replaced | by | path | problem
                    remit-agreement/1 | remit-agreement/2 | schema | must be "remit-agreement/1"
                    "version":1, | "version":0, | version | must be from 1 to 2147483647
                    2027-01-01","clauses | 2026-01-01","clauses | effectiveTo | must be after effectiveFrom
                    "code":"whitfield-crane", | "kode":"", | client.code | is missing
                    {"id":"5.1"} | {} | clauses[2].id | is missing
                    {"code":"desk-move"} | {"code":""} | catalogue[2].code | must be text that is not blank
                    "item":"office-move", | "item":"office-move","catchAll":true, | scopeRules[0] | must name one of item, category and catchAll
                    "catchAll":true | "catchAll":false | scopeRules[3] | must name one of item, category and catchAll
                    "catchAll":true, | "catchAll":true,"approval":"NOT_REQUIRED", | scopeRules[3].approval | is always required where anything unlisted is EXTRA
                    "count":2 | "count":0 | scopeRules[2].includedVolume.count | must be from 1 to 2147483647
                    "bands":["BUSINESS"] | "bands":["SUNDAY"] | scopeRules[1].when.bands[0] | must be one of [HOLIDAY, BUSINESS, WEEKEND, AFTER_HOURS]
                    "zone":"SITE" | "zone":"Mars/Base" | calendars.office-hours.zone | is not an IANA time zone: Mars/Base
                    2026-12-24":[["08:30" | 2026-12-24":[["24:00" | calendars.office-hours.exceptions.2026-12-24[0] | cannot open at 24:00, that is 00:00 of the next day
                    "noTarget":["PLAN" | "noTarget":["RESPONSE" | serviceLevels[0].noTarget | names RESPONSE, which has a target
                    "resolutionMinutes":2400 | "resolutionMinutes":2400,"resolution":{"businessDays":2,"by":"CLOSE"} | serviceLevels[0].resolution | cannot be there beside resolutionMinutes
                    "resolutionMinutes":2400 | "resolutionMinutes":-1 | serviceLevels[0].resolutionMinutes | must be from 0 to 1440000000
                    "resolutionMinutes":2400 | "resolution":{"businessDays":2} | serviceLevels[0].resolution.by | is missing
                    "resolutionMinutes":2400 | "resolution":{"businessDays":2,"by":"NOON"} | serviceLevels[0].resolution.by | must be CLOSE or a time of day such as 16:00
                    "resolutionMinutes":2400 | "resolution":{"businessDays":0,"by":"CLOSE"} | serviceLevels[0].resolution.businessDays | must be from 1 to 366
                    "resolutionMinutes":2400 | "resolution":{"businessDays":1.5,"by":"CLOSE"} | serviceLevels[0].resolution.businessDays | must be a whole number
                    "noTarget":["PLAN" | "plan":{"businessDays":1,"by":"CLOSE"},"noTarget":["PLAN" | serviceLevels[0].noTarget | names PLAN, which has a target
                    [50,80] | [80,50] | serviceLevels[0].warningPercents[1] | must be more than the one before
                    [50,80] | [100] | serviceLevels[0].warningPercents[0] | must be from 1 to 99
                    {"RESOLUTION": | {"REPAIR": | serviceLevels[0].pauses.REPAIR | is no clock
                    "ASSIGNED" | "AUTOMATIC_MESSAGE" | responseEvents[1] | must be one of [ASSIGNED, PUBLIC_MESSAGE, RESPONSE_STATUS, PUBLIC_UPDATE]
                    "rate":"150.00" | "rate":"150.005" | rateCard.hourly[0].rate | must be an amount in USD written as text, such as "150.00"
                    "rate":"150.00" | "rate":150 | rateCard.hourly[0].rate | must be text that is not blank
                    "rate":"150.00" | "rate":"-1.00" | rateCard.hourly[0].rate | must be from 0 to 1000000000.00
                    "to":"2027-01-01"} | "to":"2025-01-01"} | rateCard.hourly[1].to | must be after from
                    "role":"ENGINEER", | "" | rateCard.hourly[1] | is in force together with another for the same work
                    "kind":"FLAT" | "kind":"TAXI" | rateCard.travel.kind | must be one of [NONE, FLAT, HOURLY, DISTANCE]
                    "HOLIDAY":"2" | "HOLIDAY":"2000" | rateCard.multipliers.HOLIDAY | must be from 0 to 1000
                    "party":"MSP" | "party":"BANK" | signatures[0].party | must be one of [MSP, CLIENT]
                    """)
    void aFaultIsNamedByItsPlace(String replaced, String by, String path, String problem) {
        String compact = WHITFIELD.replaceAll("\\n\\s*", "");
        String json = compact.replace(replaced, by.equals("\"\"") ? "" : by);
        assertNotEquals(compact, json);
        InvalidInput fault = assertThrows(InvalidInput.class, () -> AgreementDocument.parse(bytes(json)));
        assertEquals(path, fault.path());
        assertEquals(problem, fault.problem());
    }

    @Test
    void aDocumentIsAnObject() {
        assertThrows(InvalidInput.class, () -> AgreementDocument.parse(bytes("[]")));
        assertThrows(InvalidInput.class, () -> AgreementDocument.contentHash(bytes("[]")));
    }

    @Test
    void otherTravelIsReadToo() {
        Map<String, Travel> travels = Map.of(
                "{\"kind\":\"NONE\"}", Travel.NONE,
                "{\"kind\":\"HOURLY\",\"rate\":\"90.00\"}", new Travel.Hourly(9_000),
                "{\"kind\":\"DISTANCE\",\"rate\":\"0.675\"}", new Travel.Distance(Fraction.parse("67.5")));
        travels.forEach((written, travel) -> assertEquals(
                travel,
                AgreementDocument.parse(bytes(WHITFIELD.replace("{\"kind\":\"FLAT\",\"fee\":\"75.00\"}", written)))
                        .rateCard()
                        .travel()));
    }
}
