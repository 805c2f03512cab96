package dev.remit.engines.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.catalogue.ItemMatchers;
import dev.remit.engines.catalogue.RecognisableItem;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.WaitReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What evidence says is computed again from it alone; what was tampered with, or cannot be computed, is found. */
class ReplayTest {
    private static final byte[] DOCUMENT = bytes("""
            {"schema":"remit-agreement/1","agreementId":"01900000-0000-7000-8000-000000000001",
             "tenant":"01900000-0000-7000-8000-000000000002","version":1,"effectiveFrom":"2026-01-01",
             "client":{"id":"01900000-0000-7000-8000-000000000003","code":"whitfield-crane","name":"Whitfield & Crane"},
             "clauses":[{"id":"4.3","title":"Desk moves","text":"Two desk moves a year are included."}],
             "catalogue":[{"code":"desk-move","name":"Desk move"}],
             "scopeRules":[{"clause":"4.3","item":"desk-move","treatment":"EXTRA","workType":"ONSITE",
                            "includedVolume":{"count":2,"period":"YEAR"}}],
             "calendars":{"office-hours":{"zone":"America/New_York","weekly":{"MONDAY":[["08:30","17:30"]]}}},
             "coverage":{"calendar":"office-hours"}}
            """);
    private static final String HASH = Sha256.hex(DOCUMENT);
    private static final ServiceCatalogue CATALOGUE =
            ServiceCatalogue.of(List.of(new RecognisableItem("desk-move", null, ItemMatchers.ofKeywords("desk move"))));
    private static final String RULING = """
            {"kind":"RULING","engine":"1","ruling":{"rulingId":"r1","ruledAt":"2026-06-11T18:00:00Z",
              "verdict":"EXTRA","item":"desk-move","basis":"KEYWORDS","approvalRequired":true,"workType":"ONSITE",
              "clause":{"id":"4.3","title":"Desk moves","text":"Two desk moves a year are included."},
              "cases":[{"rank":1,"treatment":"EXTRA","workType":"ONSITE","ticketCount":{"usedBefore":2},
                "includedVolume":{"count":2,"unit":"TICKET","period":"YEAR","of":"ITEM",
                  "counted":{"code":"desk-move","since":"2026-01-01"}},
                "agreement":{"agreementId":"01900000-0000-7000-8000-000000000001","kind":"MASTER","version":1,
                  "documentHash":"%s"},
                "clause":{"id":"4.3","title":"Desk moves","text":"Two desk moves a year are included."}}],
              "volume":{"unit":"TICKET","item":"desk-move","period":"YEAR","from":"2026-01-01","included":2,"usedBefore":2},
              "reasons":[{"code":"ITEM_FOUND","text":"The work is the item desk-move, by words of the title \\"desk move\\"."},
                {"code":"RULE_APPLIES","text":"Clause 4.3 (Desk moves) applies: its rule for item desk-move says 2 INCLUDED a year, then EXTRA as ONSITE."},
                {"code":"VOLUME_USED_UP","text":"All 2 included since 2026-01-01 are used up (2 before)."},
                {"code":"APPROVAL_NEEDED","text":"The client must approve before the work."}],
              "agreement":{"documentHash":"%s"},
              "inputs":{"documents":["%s"],"catalogueHash":"%s","title":"A desk move, please","workDate":"2026-06-11",
                "zone":"America/New_York","tzdb":"2026a"}}}
            """.formatted(HASH, HASH, HASH, CATALOGUE.hash());

    private static byte[] bytes(String json) {
        return CanonicalJson.bytes(CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Finding only(String payload) {
        List<Finding> findings = Replay.of(
                List.of(bytes(payload)),
                hash -> hash.equals(HASH) ? DOCUMENT : hash.equals(CATALOGUE.hash()) ? CATALOGUE.bytes() : null);
        assertEquals(1, findings.size());
        return findings.getFirst();
    }

    @Test
    void aRulingIsComputedAgainFromFactsDocumentAndVolume() {
        Finding finding = only(RULING);
        assertEquals(finding.stated(), finding.computed());
        assertTrue(finding.agrees());
        assertEquals("ruling r1", finding.subject());
        assertNull(finding.stamp());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        another verdict        | "verdict":"EXTRA"          | "verdict":"INCLUDED"
        another clause's words | "text":"Two desk moves     | "text":"Ten desk moves
        approval left out      | "approvalRequired":true    | "approvalRequired":false
        volume left            | "usedBefore":2             | "usedBefore":1
        another title          | A desk move, please        | A coffee, please
        a reason left out      | {"code":"APPROVAL_NEEDED"  | {"code":"APPROVAL_NOT_NEEDED"
        """)
    void aRulingThatDoesNotFollowIsFound(String what, String was, String is) {
        assertTrue(RULING.contains(was), was);
        assertFalse(only(RULING.replace(was, is)).agrees(), what);
    }

    @Test
    void whereTheWordsAreWithheldWhatTheySaidStandsForThem() {
        String title = "\"title\":\"A desk move, please\"";
        String found = "\"found\":{\"basis\":\"KEYWORDS\",\"item\":\"desk-move\",\"evidence\":\"desk move\"}";
        assertTrue(RULING.contains(title));
        assertTrue(only(RULING.replace(title, found)).agrees());
        assertFalse(only(RULING.replace(title + ",", "")).agrees());
        assertFalse(
                only(RULING.replace(title, found.replace("desk move", "move"))).agrees());
    }

    @Test
    void aRulingWithoutAgreementNeedsNoDocument() {
        Finding finding = only("""
            {"kind":"RULING","engine":"1","ruling":{"rulingId":"r2","verdict":"SILENT","silentReason":"NO_AGREEMENT",
              "approvalRequired":false,
              "reasons":[{"code":"NO_AGREEMENT","text":"No agreement with the client was in force on 2026-06-11."}],
              "inputs":{"title":"Anything","workDate":"2026-06-11"}}}
            """);
        assertEquals(finding.stated(), finding.computed());
    }

    @Test
    void aDocumentThatIsNotAtHandIsNamed() {
        Finding finding = only(RULING.replace(HASH, "0".repeat(64)));
        assertFalse(finding.agrees());
        assertEquals("ruling.inputs.documents[0] is not the hash of the document that is at hand", finding.computed());
    }

    @Test
    void otherVersionsAreSaidBesideTheFinding() {
        String tzdb = EngineVersion.tzdb(ZoneId.of("Europe/London"));
        Finding finding = only(RULING.replace(
                "\"engine\":\"1\"",
                "\"engine\":\"0\",\"tzdb\":{\"America/New_York\":\"1999z\",\"Europe/London\":\"" + tzdb + "\"}"));
        assertTrue(finding.agrees());
        assertEquals("engine was 0 and is 1, tzdb of America/New_York was 1999z and is " + tzdb, finding.stamp());
    }

    private static final String TERMS = """
            {"calendars":[{"zone":"America/New_York","weekly":{"THURSDAY":[["08:30","17:30"]],"FRIDAY":[["08:30","17:30"]]}}],
             "clocks":{"RESPONSE":{"targetSeconds":14400,"calendar":0},"PLAN":{"calendar":0},"UPDATE":{"calendar":0},
                       "RESOLUTION":{"targetSeconds":144000,"calendar":0,"pausedBy":["APPROVAL"]}},
             "responseEvents":["PUBLIC_MESSAGE"],"warningPercents":[50],"onChange":"CARRY",
             "updateAfter":"ALWAYS","clientWaitProof":"QUESTION_WHERE_SEEN","questionWithinSeconds":900}
            """;

    private static Map<String, Object> reading() {
        Instant created = Instant.parse("2026-06-11T18:00:00Z");
        Instant asOf = created.plusSeconds(86_400);
        List<SlaEvent> events = List.of(
                SlaEvent.of("1", created, new Fact.Created(false)),
                SlaEvent.of("2", created.plusSeconds(3_600), new Fact.WaitStarted(WaitReason.APPROVAL, null)),
                SlaEvent.of("3", created.plusSeconds(5_400), new Fact.PublicMessage(true)));
        SlaTerms terms = Json.read(Json.parse(bytes(TERMS)), SlaTerms.class);
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("kind", "CLOCK");
        payload.put("engine", "1");
        payload.put("terms", terms);
        payload.put("events", events);
        payload.put("messages", "DELIVERED");
        payload.put("reading", SlaClocks.read(terms, events, asOf, asOf));
        return payload;
    }

    @Test
    void aReadingIsComputedAgainFromTermsAndEvents() {
        Finding finding = only(CanonicalJson.text(reading()));
        assertTrue(finding.agrees());
        assertEquals("reading 2026-06-12T18:00:00Z", finding.subject());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        a due moment moved   | "due":"2026-06-12T13:00:00Z"             | "due":"2026-06-12T13:00:01Z"
        an event moved       | "at":"2026-06-11T19:00:00Z","key":"2"    | "at":"2026-06-11T19:00:01Z","key":"2"
        a target shortened   | "calendar":0,"targetSeconds":14400       | "calendar":0,"targetSeconds":14399
        whose time it was    | "APPROVAL":28800                         | "APPROVAL":28799
        """)
    void aReadingThatDoesNotFollowIsFound(String what, String was, String is) {
        String payload = CanonicalJson.text(reading());
        assertTrue(payload.contains(was), payload);
        assertFalse(only(payload.replace(was, is)).agrees(), what);
    }

    @Test
    void erasedAndOtherLinksArePassedOver() {
        List<byte[]> payloads = Stream.of((byte[]) null, bytes("{\"kind\":\"SNAPSHOT\",\"engine\":\"1\"}"))
                .collect(Collectors.toCollection(ArrayList::new));
        payloads.add(CanonicalJson.bytes(reading()));
        List<Finding> findings = Replay.of(payloads, hash -> null);
        assertEquals(List.of(2), findings.stream().map(Finding::link).toList());
    }
}
