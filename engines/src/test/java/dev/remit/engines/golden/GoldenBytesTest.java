package dev.remit.engines.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.SiteZone;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Difference;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.replay.Finding;
import dev.remit.engines.replay.Replay;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.WorkItemFacts;
import dev.remit.engines.sla.CancelReason;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.SlaClocks;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.WaitReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The bytes of whatever is hashed, signed or kept as evidence, held against files that were written when the formats
 * were fixed. A chain that exists verifies only as long as these never change.
 *
 * <p>With the system property {@code golden.write} set to the folder of the files they are written anew.
 */
class GoldenBytesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 11);
    private static final Instant CREATED = Instant.parse("2026-06-11T18:00:00Z");

    private static byte[] resource(String name) {
        try (InputStream in = GoldenBytesTest.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String name) {
        return Json.parse(resource(name));
    }

    /** Holds canonical text against a file that has just that text and a line's end. */
    private static void same(String name, Object value) {
        String text = CanonicalJson.text(value);
        String folder = System.getProperty("golden.write");
        if (folder != null) {
            try {
                Files.writeString(Path.of(folder, name), text + "\n");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        assertEquals(new String(resource(name), StandardCharsets.UTF_8).strip(), text, name);
    }

    private static AgreementDocument agreement() {
        return AgreementDocument.parse(resource("agreement.in.json"));
    }

    @Test
    void aSignedDocument() {
        byte[] document = resource("agreement.in.json");
        same("agreement.json", CanonicalJson.parse(document));
        same("agreement.hash.json", AgreementDocument.contentHash(document));
    }

    private static ServiceCatalogue catalogue() {
        return ServiceCatalogue.parse(resource("catalogue.in.json"));
    }

    @Test
    void aCatalogue() {
        same("catalogue.json", CanonicalJson.parse(catalogue().bytes()));
        same("catalogue.hash.json", catalogue().hash());
    }

    private static WorkItemFacts facts(String title) {
        return WorkItemFacts.on(DAY)
                .itemCode("office-move".equals(title) ? title : null)
                .psa("Project", "Move", "Office \u00e9\n")
                .title(title)
                .ticketClass("REQUEST")
                .priority("P3")
                .site("broad-street")
                .planned(new PieceOfWork(Band.BUSINESS, null, null))
                .build();
    }

    @Test
    void rulingsAndTheirFacts() {
        CompiledScope scope = agreement().scope("0".repeat(64));
        List<Object> all = new ArrayList<>();
        for (WorkItemFacts facts : List.of(
                facts("office-move"),
                facts("please move my PC"),
                facts("password forgotten"),
                WorkItemFacts.on(DAY).title("desk move, two of them").build(),
                WorkItemFacts.on(DAY).itemCode("coffee").build(),
                WorkItemFacts.on(DAY).itemCode("server-care").build(),
                WorkItemFacts.on(DAY).build())) {
            all.add(Map.of(
                    "facts",
                    facts,
                    "ruling",
                    scope.rule(
                            facts,
                            catalogue().categorise(facts.description()),
                            key -> key.item().length() > 8 ? 2 : 0)));
        }
        all.add(Ruling.withoutAgreement(DAY));
        same("rulings.json", all);
    }

    private static SlaTerms terms(String priority) {
        return agreement().slaTerms(priority, "REQUEST", SiteZone.in(NEW_YORK)).orElseThrow();
    }

    private static List<SlaEvent> events() {
        return List.of(
                SlaEvent.of("1", CREATED, new Fact.Created(false)),
                SlaEvent.of("2", CREATED.plusSeconds(600), EventKind.CLIENT_CONTACT),
                SlaEvent.of("3", CREATED.plusSeconds(900), EventKind.ASSIGNED),
                SlaEvent.of("4", CREATED.plusSeconds(1_200), new Fact.PublicMessage(true)),
                SlaEvent.of("5", CREATED.plusSeconds(1_500), new Fact.WaitStarted(WaitReason.CLIENT, null)),
                new SlaEvent(
                        "6",
                        CREATED.plusSeconds(9_000),
                        CREATED.plusSeconds(9_100),
                        new Fact.WaitStarted(WaitReason.SCHEDULED, CREATED.plusSeconds(90_000))),
                SlaEvent.of("7", CREATED.plusSeconds(9_600), new Fact.WaitEnded(WaitReason.CLIENT)),
                SlaEvent.of("8", CREATED.plusSeconds(12_000), new Fact.TermsChanged(terms("P1"), true)),
                SlaEvent.of("9", CREATED.plusSeconds(30_000), EventKind.RESOLVED),
                SlaEvent.of("10", CREATED.plusSeconds(40_000), EventKind.REOPENED),
                SlaEvent.of("11", CREATED.plusSeconds(700_000), new Fact.Cancelled(CancelReason.DUPLICATE)));
    }

    @Test
    void termsAndEventsOfClocks() {
        same("terms.json", List.of(terms("P3"), terms("P1")));
        same("events.json", events());
        List<SlaEvent> again = List.of(Json.read(read("events.json"), SlaEvent[].class));
        assertEquals(reading(events(), 800_000), reading(again, 800_000));
    }

    private static dev.remit.engines.sla.SlaReading reading(List<SlaEvent> events, long seconds) {
        Instant asOf = CREATED.plusSeconds(seconds);
        return SlaClocks.read(terms("P3"), MessageDelivery.DELIVERED, events, asOf, asOf);
    }

    @Test
    void readingsOfClocks() {
        List<Object> readings = new ArrayList<>();
        for (long seconds : new long[] {-1, 0, 1_800, 9_000, 20_000, 35_000, 500_000, 800_000}) {
            readings.add(reading(events(), seconds));
        }
        same("readings.json", readings);
    }

    @Test
    void ratedWork() {
        for (String name : List.of("work-plain", "work-full", "work-dated")) {
            RatingCase work = Json.readStrictly(read(name + ".in.json"), RatingCase.class);
            same(name + ".json", work);
            same(name + ".result.json", RatingEngine.rate(work));
            assertEquals(work, Json.readStrictly(read(name + ".json"), RatingCase.class));
        }
    }

    @Test
    void statesThatGrow() {
        ObjectNode before = Json.parseObject(resource("state-before.in.json"));
        ObjectNode after = Json.parseObject(resource("state-after.in.json"));
        same("state-difference.json", Difference.between(before, after));
        assertEquals(after, Difference.apply(before, read("state-difference.json")));
    }

    @Test
    void linksOfAChain() {
        byte[] salt = "sixteen bytes of".getBytes(StandardCharsets.UTF_8);
        byte[] last = HashChain.origin("0198c0de-0000-7000-8000-0000000000f1");
        List<String> hashes = new ArrayList<>();
        for (JsonNode payload : read("chain.in.json")) {
            byte[] bytes = CanonicalJson.bytes(payload);
            HashChain.Link link = HashChain.link(last, salt, bytes);
            hashes.add(
                    HexFormat.of().formatHex(link.seal()) + " " + HexFormat.of().formatHex(link.hash()));
            last = link.hash();
        }
        same("chain.hashes.json", hashes);
    }

    /** Of a chain as a ticket of the office move has it: ruled, read, rated with a cap, published, released. */
    @Test
    void findingsOfAReplay() {
        List<byte[]> payloads = new ArrayList<>();
        read("chain.in.json").forEach(payload -> payloads.add(CanonicalJson.bytes(payload)));
        byte[] document = CanonicalJson.bytes(CanonicalJson.parse(resource("agreement.in.json")));
        String hash = Sha256.hex(document);
        byte[] catalogue = catalogue().bytes();
        List<byte[]> linked = payloads.stream()
                .map(payload -> new String(payload, StandardCharsets.UTF_8)
                        .replace("\"@\"", "\"" + hash + "\"")
                        .replace("\"@catalogue\"", "\"" + catalogue().hash() + "\"")
                        .getBytes(StandardCharsets.UTF_8))
                .toList();
        List<Finding> findings = Replay.of(linked, any -> any.equals(hash) ? document : catalogue);
        List<Object> all = new ArrayList<>();
        for (Finding finding : findings) {
            all.add(Map.of(
                    "link",
                    finding.link(),
                    "subject",
                    finding.subject(),
                    "stated",
                    finding.stated(),
                    "computed",
                    finding.computed()));
        }
        assertTrue(findings.size() > 3);
        same("chain.findings.json", all);
    }
}
