package dev.remit.contracts.agreements;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.EditedTerms;
import dev.remit.contracts.LawFirm;
import dev.remit.contracts.Neighbours;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a version changes, as the neighbours tell it: tried, and signed with the version. */
@QuarkusTest
class ChangesTest extends ContractsTest {
    private static final String CHANGED = """
            {"looked":%d,"changes":[{"ticketId":"%s","connection":"cw","externalId":"70123",
              "createdAt":"2026-06-11T18:00:00Z",
              "rulings":[{"workItemId":"0198c0de-0000-7000-8000-000000000002","number":1,
                "before":{"verdict":"INCLUDED","clause":"4.1","approvalRequired":false,"cases":[]},
                "after":{"verdict":"EXTRA","clause":"4.2","approvalRequired":true,"cases":[]}}],
              "clocks":[{"clock":"RESPONSE","before":{"state":"MET","breaches":0},
                "after":{"state":"BREACHED","breaches":1}}]}],
             "rulings":[],"volumes":[{"volume":{"item":"a"},"tickets":1}]%s}""";
    private static final String FIRST_TICKET = "0198c0de-0000-7000-8000-000000000001";
    private static final String MONEY = """
            {"workItems":[{"workItemId":"0198c0de-0000-7000-8000-000000000002","ticket":"cw/70123","sums":[%s]}],
             "totals":[%s]}""";
    private static final String SUMS = """
            {"billedBefore":{"amount":"0.00","currency":"USD"},"billedAfter":{"amount":"75.00","currency":"USD"},
             "heldBefore":{"amount":"0.00","currency":"USD"},"heldAfter":{"amount":"0.00","currency":"USD"}}""";

    private UUID tenant;
    private LawFirm firm;

    @BeforeEach
    void firm() {
        tenant = TestTenants.fresh();
        firm = new LawFirm(tenant).inCatalogue();
        Neighbours.changes(
                tenant,
                List.of(
                        CHANGED.formatted(50, FIRST_TICKET, ",\"next\":\"" + FIRST_TICKET + "\""),
                        CHANGED.formatted(7, "0198c0de-0000-7000-8000-000000000003", "")),
                MONEY.formatted(SUMS, SUMS));
    }

    private JsonPath changes(String version, String query) {
        return owner(tenant)
                .get(version + "/changes" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aDraftIsTriedOnTheQuarterBeforeTodays() {
        String draft = firm.draft(firm.agreement(), LawFirm.terms());

        JsonPath list = changes(draft, "");

        assertEquals("TRIED", list.getString("mode"));
        LocalDate quarter = LocalDate.parse(list.getString("to"));
        assertEquals(1, quarter.getDayOfMonth());
        assertTrue(quarter.isAfter(LawFirm.today().minusMonths(3)) && !quarter.isAfter(LawFirm.today()));
        assertEquals(quarter.minusMonths(3).toString(), list.getString("from"));
        assertEquals(57, list.getInt("summary.ticketsLookedAt"));
        assertEquals(2, list.getInt("summary.ticketsChanged"));
        assertEquals(List.of(2), list.getList("summary.verdicts.workItems"));
        assertEquals(2, list.getInt("summary.breachesThatCome"));
        assertEquals(0, list.getInt("summary.breachesThatGo"));
        assertEquals("75.00", list.getString("summary.money[0].billedAfter.amount"));
        assertEquals("4.2", list.getString("tickets[1].rulings[0].after.clause"));
        assertEquals("cw/70123", list.getString("money[0].ticket"));
        List<JsonNode> asked = Neighbours.asked(tenant);
        assertEquals(3, asked.size());
        assertEquals(
                "remit-agreement/1", asked.getFirst().at("/document/schema").asText());
        assertEquals(FIRST_TICKET, asked.get(1).get("after").asText());
        assertEquals("a", asked.get(1).at("/volumes/0/volume/item").asText());
        assertEquals(list.getString("from"), asked.get(2).get("from").asText());
    }

    @Test
    void datesAreTakenAsTheyAreGivenAndKeptInBounds() {
        String draft = firm.draft(firm.agreement(), LawFirm.terms());
        assertEquals(
                "2026-03-01", changes(draft, "?from=2026-02-01&to=2026-03-01").getString("to"));
        assertEquals(
                LawFirm.today().toString(),
                changes(draft, "?from=" + LawFirm.today().minusDays(3)).getString("to"));
        for (String wrong : List.of("?from=2026-03-01&to=2026-03-01", "?from=2025-01-01&to=2026-03-01")) {
            owner(tenant).get(draft + "/changes" + wrong).then().statusCode(400).body("errors[0].field", equalTo("to"));
        }
    }

    @Test
    void aVersionThatBeginsInThePastIsSignedWithTheListOfWhatItChanges() {
        String version = firm.draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);

        byte[] list = owner(tenant)
                .get(version + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        JsonPath read = new JsonPath(new String(list, java.nio.charset.StandardCharsets.UTF_8));
        assertEquals("ACTIVATED", read.getString("mode"));
        assertEquals("2026-01-01", read.getString("from"));
        assertEquals(LawFirm.today().plusDays(1).toString(), read.getString("to"));
        owner(tenant)
                .get(version + "/document")
                .then()
                .body("changes.sha256", equalTo(Sha256.hex(list)))
                .body("changes.asOf", equalTo(read.getString("asOf")));
        partner(tenant)
                .get(version + "/reading-copy")
                .then()
                .statusCode(200)
                .body(containsString("This version begins in the past."))
                .body(containsString("57 tickets"))
                .body(containsString("75.00 USD"));
        JsonPath checks = owner(tenant).get(version + "/verification").jsonPath();
        assertTrue(checks.getBoolean("intact"));
        assertEquals(Sha256.hex(list), checks.getString("checks.find { it.code == 'CHANGES' }.found"));

        Neighbours.changes(tenant, List.of("{}"), "{}");
        firm.signByBoth(version, contentHash);
        firm.activate(version).statusCode(200);
        assertArrayEquals(
                list,
                partner(tenant)
                        .get(version + "/changes")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray(),
                "what was signed does not change");
        partner(tenant).get(version + "/changes?from=2026-02-01").then().statusCode(403);
    }

    @Test
    void nothingIsProposedWhileANeighbourIsAway() {
        String version = firm.draft(firm.agreement(), LawFirm.terms());
        Neighbours.billingIsAway(tenant, true);
        once(owner(tenant))
                .post(version + "/propose")
                .then()
                .statusCode(503)
                .body("type", containsString("service-unavailable"));
        owner(tenant).get(version).then().body("status", equalTo("DRAFT"));
        Neighbours.billingIsAway(tenant, false);
        firm.propose(version);
    }

    @Test
    void aVersionThatBeginsTodayNamesNoListAndAsksNobody() {
        EditedTerms today = LawFirm.terms().with("/effectiveFrom", "\"" + LawFirm.today() + "\"");
        String version = firm.draft(firm.agreement(), today);
        firm.propose(version);
        assertFalse(
                owner(tenant).get(version + "/document").jsonPath().getMap("").containsKey("changes"));
        owner(tenant).get(version + "/changes").then().statusCode(404);
        assertEquals(List.of(), Neighbours.asked(tenant));
    }
}
