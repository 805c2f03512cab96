package dev.remit.tickets.board;

import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BoardTest extends TicketsTest {

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
