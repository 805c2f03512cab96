package dev.remit.tickets.board;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BoardTest extends TicketsTest {
    @Inject
    Tickets tickets;

    @Inject
    Tenancy tenancy;

    @Inject
    TenantClock clock;

    @Test
    void pagesShowEveryTicketOnce() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(msp.send("t" + i, Snapshot.officeMove()));
        }
        ids.forEach(msp::awaitRuled);
        List<String> seen = new ArrayList<>();
        String next = "";
        int pages = 0;
        while (next != null) {
            JsonPath page = msp.get("/tickets?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next));
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
            pages++;
        }
        assertEquals(3, pages);
        assertEquals(7, seen.size());
        assertEquals(new TreeSet<>(ids), new TreeSet<>(seen));
    }

    @Test
    void filtersShowWhatTheyName() {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String move = msp.send("move", Snapshot.officeMove());
        String password = msp.send(
                "password",
                Snapshot.officeMove()
                        .at("2026-06-12T15:00:00Z")
                        .status("Completed")
                        .with("category", Map.of("type", "Service desk", "subtype", "Password")));
        msp.awaitRuled(move);
        msp.awaitRuled(password);
        assertEquals(List.of(move), ids(msp, "?verdict=EXTRA"));
        assertEquals(List.of(password), ids(msp, "?verdict=INCLUDED"));
        assertEquals(List.of(password), ids(msp, "?status=RESOLVED"));
        assertEquals(List.of(), ids(msp, "?status=RESOLVED&verdict=EXTRA"));
        assertEquals(2, ids(msp, "?clientCode=" + Msp.CLIENT).size());
        assertEquals(List.of(), ids(msp, "?clientCode=nobody"));

        msp.clock("2026-06-12T19:00:00Z");
        msp.send("move", Snapshot.officeMove().at("2026-06-12T18:30:00Z").with("title", "Move us"));
        assertEquals(List.of(move), ids(msp, "?updatedSince=2026-06-12T18:30:00Z"));
    }

    @Test
    void whoKeepsInStepLosesNothingThatIsCommittedLate() throws Exception {
        Msp msp = Msp.withLawFirm("2026-06-12T10:00:00Z");
        String slow = msp.send("slow", Snapshot.officeMove());
        msp.awaitRuled(slow);
        msp.clock("2026-06-12T12:00:00Z");
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        try (ExecutorService elsewhere = Executors.newSingleThreadExecutor()) {
            Future<?> commit = elsewhere.submit(() -> tenancy.runAs(msp.tenant, () -> {
                tickets.requireLocked(UUID.fromString(slow)).touch(clock.now());
                tickets.flush();
                changed.countDown();
                await(read);
            }));
            await(changed);
            msp.clock("2026-06-12T12:00:02Z");
            String quick = msp.send("quick", Snapshot.officeMove());
            msp.awaitRuled(quick);
            JsonPath seen = msp.get("/tickets?updatedSince=2026-06-12T12:00:00Z");
            assertEquals(List.of(quick), seen.getList("items.id"));
            read.countDown();
            commit.get(30, TimeUnit.SECONDS);
            assertEquals(
                    List.of(slow, quick),
                    ids(msp, "?updatedSince=" + seen.getString("items[0].updatedAt")),
                    "the change that began before and was committed after");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "verdict=MAYBE,         verdict",
        "status=open,           status",
        "updatedSince=tomorrow, updatedSince",
        "limit=0,               limit",
        "limit=201,             limit",
        "cursor=abc,            cursor",
    })
    void badParametersAreRefusedByName(String query, String name) {
        Msp.empty()
                .as("owner")
                .get(Msp.API + "/tickets?" + query)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/rulings", "/time-entries"})
    void whatHangsOnATicketIsReadInPages(String part) {
        Msp msp = Msp.withLawFirm("2026-06-12T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        for (int i = 0; i < 3; i++) {
            msp.posting("service-desk")
                    .body(Map.of("title", "A further request " + i, "item", "office-move"))
                    .post(Msp.API + "/tickets/" + id + "/work-items")
                    .then()
                    .statusCode(201);
            msp.putTime(
                            "e" + i,
                            Map.of(
                                    "sourceUpdatedAt",
                                    "2026-06-12T15:35:00Z",
                                    "ticket",
                                    Map.of("externalId", "70123"),
                                    "technician",
                                    Map.of("id", "dana", "name", "Dana Ruiz"),
                                    "workType",
                                    "On-site",
                                    "start",
                                    "2026-06-12T14:00:00Z",
                                    "end",
                                    "2026-06-12T15:0" + i + ":00Z"))
                    .then()
                    .statusCode(201);
        }
        String path = "/tickets/" + id + part;
        msp.awaitUntil(
                "/tickets/" + id + "/rulings", read -> read.getList("items").size() == 4);
        msp.awaitUntil(
                "/tickets/" + id + "/time-entries",
                read -> read.getList("items").size() == 3);
        List<Object> whole = msp.get(path + "?limit=200").getList("items");
        List<Object> paged = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = msp.get(path + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            paged.addAll(page.getList("items"));
            next = page.getString("next");
        }
        assertEquals(whole, paged);
        assertTrue(whole.size() > 2, whole.toString());
    }

    @Test
    void aTicketIsFoundByItsSourcesKeyAndShowsItsTerms() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(id);
        JsonPath ticket = msp.get("/tickets/by-ref/cw/70123");
        assertEquals(id, ticket.getString("id"));
        assertEquals(msp.documentHash, ticket.getString("terms.documentHash"));
        assertEquals(1, ticket.getInt("terms.version"));
        assertEquals("broad-street", ticket.getString("client.siteCode"));
        assertEquals("America/New_York", ticket.getString("client.siteZone"));
        assertEquals("P3", ticket.getString("priority"));
        assertEquals("REQUEST", ticket.getString("ticketClass"));
        assertEquals("OPEN", ticket.getString("status"));
        assertNull(ticket.get("awaiting"));
        msp.as("owner").get(Msp.API + "/tickets/by-ref/cw/no").then().statusCode(404);
        msp.as("owner").get(Msp.API + "/tickets/by-ref/no/70123").then().statusCode(404);
        msp.as("owner").get(Msp.API + "/tickets/not-an-id").then().statusCode(404);
    }

    private static List<String> ids(Msp msp, String query) {
        return msp.get("/tickets" + query).getList("items.id");
    }
}
