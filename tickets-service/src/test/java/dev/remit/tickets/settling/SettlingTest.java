package dev.remit.tickets.settling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sweep.Sweeps;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Neighbours;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SettlingTest extends TicketsTest {
    @Inject
    Sweeps sweeps;

    @AfterEach
    void everybodyIsUpAgain() {
        Neighbours.CONTRACTS.down(false);
    }

    @Test
    void manyWorkersAtOnceGiveOneRulingEach() throws Exception {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.awaitRuled(msp.send("first", Snapshot.officeMove()));
        List<String> ids = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 12; i++) {
                ids.add(msp.send("t" + i, Snapshot.officeMove()));
                List<Callable<Boolean>> rounds = List.of(sweeps::step, sweeps::step, sweeps::step, sweeps::step);
                for (Future<Boolean> round : workers.invokeAll(rounds)) {
                    round.get();
                }
            }
        }
        for (String id : ids) {
            msp.awaitRuled(id);
            assertEquals(
                    1, msp.get("/tickets/" + id + "/rulings").getList("items").size());
        }
        assertEquals(13, msp.events("WorkItemRuled").size());
    }

    @Test
    void contractsDownNeverRefusesATicketAndClocksStartRetroactively() {
        Msp msp = Msp.sandbox("2026-06-15T18:00:00Z");
        Neighbours.CONTRACTS.down(true);
        msp.tellClient();
        msp.activate(UnaryOperator.identity());
        String id = msp.send("70123", Snapshot.officeMove());
        JsonPath waiting =
                msp.awaitUntil("/tickets/" + id, ticket -> "AWAITING_RULING".equals(ticket.getString("state")));
        assertEquals("CLIENT", waiting.getString("awaiting"));
        assertNull(waiting.get("workItems[0].ruling"));
        assertEquals(false, msp.get("/tickets/" + id + "/clocks").getBoolean("promised"));

        Neighbours.CONTRACTS.down(false);

        assertEquals("EXTRA", msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));
        JsonPath clocks = msp.get("/tickets/" + id + "/clocks");
        assertEquals("BREACHED", clocks.getString("clocks.find { it.clock == 'RESPONSE' }.state"));
        assertEquals("2026-06-12T13:00:00Z", clocks.getString("clocks.find { it.clock == 'RESPONSE' }.due"));
        assertEquals(
                "2026-06-12T13:00:00Z",
                payload(msp.awaitEvents("ClockBreached", 1).getFirst()).get("due"));
    }

    @Test
    void aClientWithoutAnAgreementWaitsForOne() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.tellClient();
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitUntil("/tickets/" + id, ticket -> "AGREEMENT".equals(ticket.getString("awaiting")));
        msp.activate(UnaryOperator.identity());
        assertEquals("EXTRA", msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));
    }

    @Test
    void anAgreementThatIsNotInForceIsSilentUntilOneIs() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace("\"effectiveFrom\":\"2026-01-01\"", "\"effectiveFrom\":\"2026-07-01\""));
        String id = msp.send("70123", Snapshot.officeMove());
        JsonPath silent = msp.awaitRuled(id);
        assertEquals("SILENT", silent.getString("workItems[0].ruling.verdict"));
        assertEquals("NO_AGREEMENT", silent.getString("workItems[0].ruling.silentReason"));
        assertEquals("PROVISIONAL", silent.getString("workItems[0].ruling.status"));

        msp.activate(
                msp.clientId,
                UUID.randomUUID(),
                terms -> terms.replace(
                        "\"effectiveFrom\":\"2026-01-01\"",
                        "\"effectiveFrom\":\"2026-06-01\",\"effectiveTo\":\"2026-07-01\""));

        JsonPath ruled = msp.awaitUntil(
                "/tickets/" + id, ticket -> "EXTRA".equals(ticket.getString("workItems[0].ruling.verdict")));
        assertEquals(2, ruled.getInt("workItems[0].ruling.sequence"));
        assertEquals("AGREEMENT_ARRIVED", ruled.getString("workItems[0].ruling.cause"));
    }

    @Test
    void theWrongClientIsRuledAndClockedAnewFromCreation() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        UUID other = UUID.randomUUID();
        msp.tellClient(other, "other-client", "999", "99");
        msp.activate(
                other,
                UUID.randomUUID(),
                terms -> terms.replace("\"treatment\":\"EXTRA\"", "\"treatment\":\"INCLUDED\""));
        Snapshot wrong = Snapshot.officeMove().with("client", Map.of("externalId", "999"));
        String id = msp.send("70123", wrong.without("site"));
        assertEquals("INCLUDED", msp.awaitRuled(id).getString("workItems[0].ruling.verdict"));

        msp.send("70123", Snapshot.officeMove().at("2026-06-11T18:00:01Z"));

        JsonPath ruled = msp.awaitUntil(
                "/tickets/" + id, ticket -> "EXTRA".equals(ticket.getString("workItems[0].ruling.verdict")));
        assertEquals("CLIENT_CORRECTED", ruled.getString("workItems[0].ruling.cause"));
        assertEquals(Msp.CLIENT, ruled.getString("client.code"));
        assertEquals(2, msp.get("/tickets/" + id + "/rulings").getList("items").size());
    }

    @Test
    void includedVolumeIsCountedOnceEachAndGivenBack() throws Exception {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        Snapshot starter = Snapshot.officeMove().with("category", Map.of("type", "Change", "subtype", "New starter"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(msp.send("starter-" + i, starter));
        }
        ids.forEach(msp::awaitRuled);
        List<String> verdicts = ids.stream()
                .map(id -> msp.ticket(id).getString("workItems[0].ruling.verdict"))
                .sorted()
                .toList();
        assertEquals(List.of("EXTRA", "EXTRA", "EXTRA", "INCLUDED", "INCLUDED"), verdicts);

        String included = ids.stream()
                .filter(id -> "INCLUDED".equals(msp.ticket(id).getString("workItems[0].ruling.verdict")))
                .findFirst()
                .orElseThrow();
        String externalId = msp.ticket(included).getString("externalId");
        msp.send(externalId, starter.at("2026-06-12T17:00:00Z").status("Cancelled"));
        msp.awaitUntil(
                "/tickets/" + included + "/clocks", clocks -> "CANCELLED".equals(clocks.getString("cancelledFor")));
        String next = msp.send("starter-next", starter);
        assertEquals("INCLUDED", msp.awaitRuled(next).getString("workItems[0].ruling.verdict"));
        assertEquals(1, msp.ticket(next).getInt("workItems[0].ruling.volume.usedBefore"));
        List<Object> told = msp.awaitEvents("IncludedVolumeUsed", 4).stream()
                .map(event -> event.get("payload"))
                .toList();
        assertEquals(
                List.of(1, 2, 1, 2),
                told.stream().map(count -> ((Map<?, ?>) count).get("used")).toList());
        assertEquals(
                Map.of("unit", "TICKET", "item", "new-starter", "period", "MONTH", "from", "2026-06-01"),
                ((Map<?, ?>) told.getLast()).get("volume"));
    }

    @Test
    void aReopenedTicketTakesNoMoreThanOthersHaveLeftOfAnIncludedVolume() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        Snapshot starter = Snapshot.officeMove().with("category", Map.of("type", "Change", "subtype", "New starter"));
        List<String> included = new ArrayList<>();
        for (String key : List.of("first", "second")) {
            included.add(msp.send(key, starter));
            assertEquals("INCLUDED", msp.awaitRuled(included.getLast()).getString("workItems[0].ruling.verdict"));
        }
        String first = included.getFirst();
        cancelled(msp, first, "first", starter.at("2026-06-12T16:00:00Z").status("Cancelled"));
        reopened(msp, first, "first", starter.at("2026-06-12T16:30:00Z").status("In Progress"));
        assertEquals("INCLUDED", msp.ticket(first).getString("workItems[0].ruling.verdict"), "it was left");
        String third = msp.send("third", starter);
        assertEquals("EXTRA", msp.awaitRuled(third).getString("workItems[0].ruling.verdict"), "and taken again");

        cancelled(msp, first, "first", starter.at("2026-06-12T17:00:00Z").status("Cancelled"));
        String fourth = msp.send("fourth", starter);
        assertEquals("INCLUDED", msp.awaitRuled(fourth).getString("workItems[0].ruling.verdict"));
        reopened(msp, first, "first", starter.at("2026-06-12T17:30:00Z").status("In Progress"));
        JsonPath ruled = msp.awaitUntil(
                "/tickets/" + first, ticket -> "EXTRA".equals(ticket.getString("workItems[0].ruling.verdict")));
        assertEquals("REOPENED", ruled.getString("workItems[0].ruling.cause"));
        assertEquals(2, ruled.getInt("workItems[0].ruling.volume.usedBefore"));
    }

    private static void cancelled(Msp msp, String id, String key, Snapshot snapshot) {
        msp.send(key, snapshot);
        msp.awaitUntil("/tickets/" + id + "/clocks", clocks -> "CANCELLED".equals(clocks.getString("cancelledFor")));
    }

    private static void reopened(Msp msp, String id, String key, Snapshot snapshot) {
        msp.send(key, snapshot);
        msp.awaitUntil("/tickets/" + id + "/clocks", clocks -> clocks.getString("cancelledFor") == null);
    }

    @Test
    void anEndThatIsToldLaterWasNotKnownBefore() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.clock("2026-06-20T18:00:00Z");
        msp.tellEnd("2026-06-15");
        String path = "/tickets/" + id + "/clocks?asOf=2026-06-16T18:00:00Z";
        msp.awaitUntil(path, read -> "AGREEMENT_ENDED".equals(read.getString("cancelledFor")));
        assertNull(
                msp.get(path + "&knownAt=2026-06-16T18:00:00Z").getString("cancelledFor"),
                "on the 16th nobody knew what was said on the 20th");
        assertEquals(
                "AGREEMENT_ENDED",
                msp.get(path + "&knownAt=2026-06-20T18:00:00Z").getString("cancelledFor"));
    }

    @Test
    void aLaterEditOfTheClientsRecordMovesNoTicketUnderTerms() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        String due = msp.get("/tickets/" + id + "/clocks").getString("clocks.find { it.clock == 'RESOLUTION' }.due");

        Neighbours.CONTRACTS.publish(
                "ClientChanged",
                msp.tenant,
                Map.of(
                        "clientId",
                        msp.clientId.toString(),
                        "code",
                        Msp.CLIENT,
                        "name",
                        "Whitfield & Crane LLP",
                        "timeZone",
                        "America/Chicago",
                        "sites",
                        List.of(Map.of(
                                "code",
                                "loop",
                                "timeZone",
                                "America/Chicago",
                                "externalRefs",
                                List.of(Map.of("connection", "cw", "id", "28")))),
                        "externalRefs",
                        List.of(Map.of("connection", "cw", "id", "250")),
                        "revision",
                        2));
        String next = msp.send("70124", Snapshot.officeMove());
        msp.awaitRuled(next);
        msp.awaitUntil(
                "/tickets/" + msp.send("70125", Snapshot.officeMove()),
                ticket -> "RULED".equals(ticket.getString("state"))
                        && "America/Chicago".equals(ticket.getString("client.siteZone")));

        msp.send("70123", Snapshot.officeMove().at("2026-06-11T18:00:01Z").with("title", "Move us"));
        JsonPath woken = msp.awaitUntil("/tickets/" + id, ticket -> "Move us".equals(ticket.getString("title")));
        assertEquals("America/New_York", woken.getString("client.siteZone"));
        assertEquals("broad-street", woken.getString("client.siteCode"));
        assertEquals(
                due, msp.get("/tickets/" + id + "/clocks").getString("clocks.find { it.clock == 'RESOLUTION' }.due"));
    }

    /** A site's zone decides deadlines and prices, so both parties sign it; the client's record is for sites they did not. */
    @Test
    void signedZoneGoesBeforeTheRecords() {
        Msp msp = Msp.sandbox("2026-06-12T18:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace(
                "\"version\":1,",
                "\"version\":1, \"sites\": [{\"code\": \"broad-street\", \"zone\": \"America/Denver\"}],"));
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        assertEquals("America/Denver", msp.get("/tickets/" + id).getString("client.siteZone"));
        assertEquals("broad-street", msp.get("/tickets/" + id).getString("client.siteCode"));
    }

    @Test
    void clocksAreCancelledWhenTheAgreementEnds() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.tellEnd("2026-06-15");
        msp.clock("2026-06-16T00:00:00Z");
        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks", read -> "AGREEMENT_ENDED".equals(read.getString("cancelledFor")));
        assertEquals("CANCELLED", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state"));
        assertTrue(msp.get("/tickets/" + id + "/timeline").getList("items.kind").contains("AGREEMENT_ENDED"));
    }

    @Test
    void clocksAreCancelledWhereTheNextVersionEnds() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        msp.activate(terms -> terms.replace("\"version\":1", "\"version\":2")
                .replace(
                        "\"effectiveFrom\":\"2026-01-01\"",
                        "\"effectiveFrom\":\"2026-06-13\",\"effectiveTo\":\"2026-06-15\""));
        msp.clock("2026-06-16T00:00:00Z");
        JsonPath clocks = msp.awaitUntil(
                "/tickets/" + id + "/clocks", read -> "AGREEMENT_ENDED".equals(read.getString("cancelledFor")));
        assertEquals("CANCELLED", clocks.getString("clocks.find { it.clock == 'RESOLUTION' }.state"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> payload(Map<String, Object> event) {
        return (Map<String, Object>) event.get("payload");
    }
}
