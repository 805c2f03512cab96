package dev.remit.contracts;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the other services hear. */
@QuarkusTest
class FeedTest extends ContractsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID tenant = TestTenants.fresh();
    private final LawFirm firm = new LawFirm(tenant);

    @Test
    void everythingThatOthersMustKnowIsAnnounced() {
        firm.inCatalogue();
        String agreement = firm.agreement();
        EditedTerms terms = LawFirm.terms().with("/calendars/office-hours/holidays", "[]");
        String first = firm.signed(agreement, terms);
        firm.activate(first).statusCode(200);
        String second = firm.active(
                agreement, terms.with("/effectiveFrom", "\"" + LawFirm.today().plusMonths(7) + "\""));
        String end = LawFirm.today().plusMonths(5).toString();
        Map<String, Object> leave = Map.of(
                "effectiveTo",
                end,
                "reason",
                "The client leaves.",
                "notice",
                Map.of("givenOn", "2026-11-01", "form", "LETTER"));
        once(owner(tenant), leave).post(first + "/terminate").then().statusCode(200);
        firm.cancelByBoth(second, "The client leaves.");

        List<JsonNode> events = await().until(this::events, heard -> heard.size() >= 10);

        assertEquals(
                List.of(
                        "ClientChanged",
                        "ApproverChanged",
                        "CatalogueItemChanged",
                        "CatalogueItemChanged",
                        "AgreementProposed",
                        "AgreementActivated",
                        "AgreementProposed",
                        "AgreementActivated",
                        "AgreementEnded",
                        "AgreementEnded"),
                events.stream().map(event -> event.get("type").asText()).toList());
        JsonNode client = events.get(0).get("payload");
        assertEquals("whitfield-crane", client.get("code").asText());
        assertEquals("28", client.at("/sites/0/externalRefs/0/id").asText());
        assertEquals("partner", client.at("/approvers/0/username").asText());
        assertEquals(1, client.get("revision").asInt());
        assertEquals(
                "new suite", events.get(2).at("/payload/matchers/keywords/1").asText());
        assertEquals("ADDED", events.get(1).at("/payload/change/kind").asText());
        assertEquals("partner", events.get(1).at("/payload/change/username").asText());
        JsonNode proposed = events.get(4).get("payload");
        assertEquals(client.get("clientId"), proposed.get("clientId"));
        assertEquals("partner", proposed.at("/signers/0/login").asText());
        assertEquals(client.at("/approvers/0/email"), proposed.at("/signers/0/email"));
        JsonNode activated = events.get(5).get("payload");
        assertEquals(proposed.get("contentHash"), activated.get("contentHash"));
        assertEquals("MSP", activated.at("/signedBy/0/party").asText());
        assertEquals("John Beacon", activated.at("/signedBy/0/name").asText());
        assertEquals("CLIENT", activated.at("/signedBy/1/party").asText());
        assertEquals("Eleanor Whitfield", activated.at("/signedBy/1/name").asText());
        assertEquals("partner", activated.at("/signedBy/1/login").asText());
        assertTrue(activated.at("/signedBy/1").has("signedAt"));
        assertEquals(client.get("clientId"), activated.get("clientId"));
        assertEquals("2026-01-01", activated.get("effectiveFrom").asText());
        assertFalse(activated.has("effectiveTo"));
        assertEquals(
                owner(tenant).get(first).path("documentHash"),
                activated.get("documentHash").asText());
        JsonNode terminated = events.get(8).get("payload");
        assertEquals(1, terminated.get("version").asInt());
        assertEquals("TERMINATED", terminated.get("state").asText());
        assertEquals(end, terminated.get("effectiveTo").asText());
        assertEquals(activated.get("documentHash"), terminated.get("documentHash"));
        assertEquals("The client leaves.", terminated.at("/ending/reason").asText());
        assertEquals("John Beacon", terminated.at("/ending/name").asText());
        assertEquals("2026-11-01", terminated.at("/ending/notice/givenOn").asText());
        assertEquals("LETTER", terminated.at("/ending/notice/form").asText());
        JsonNode withdrawn = events.get(9).get("payload");
        assertEquals(2, withdrawn.get("version").asInt());
        assertEquals("WITHDRAWN", withdrawn.get("state").asText());
        assertEquals(withdrawn.get("effectiveFrom"), withdrawn.get("effectiveTo"), "it has no date");
    }

    @Test
    void siteKeepsItsIdThroughChanges() {
        firm.inCatalogue();
        owner(tenant)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body("{\"name\":\"W\",\"timeZone\":\"America/New_York\",\"currency\":\"USD\",\"sites\":["
                        + "{\"code\":\"annex\",\"name\":\"Annex\",\"timeZone\":\"America/New_York\"},"
                        + "{\"code\":\"broad-street\",\"name\":\"Renamed\",\"timeZone\":\"America/New_York\"}]}")
                .put(API + "/clients/whitfield-crane")
                .then()
                .statusCode(200);

        List<JsonNode> changes = await().until(
                        () -> events().stream()
                                .filter(event -> event.get("type").asText().equals("ClientChanged"))
                                .map(event -> event.get("payload"))
                                .toList(),
                        heard -> heard.size() == 2);

        JsonNode before = changes.get(0);
        JsonNode after = changes.get(1);
        assertEquals(before.at("/sites/0/siteId"), after.at("/sites/1/siteId"));
        assertNotEquals(before.at("/sites/0/siteId"), after.at("/sites/0/siteId"));
        assertEquals("Renamed", after.at("/sites/1/name").asText());
        assertEquals(2, after.get("revision").asInt());
    }

    @Test
    void onlyServicesReadWhatIsInternal() {
        String document = "/internal/v1/documents/" + "0".repeat(64);
        for (String path : List.of("/internal/v1/feed", document)) {
            given().get(path).then().statusCode(401);
            owner(tenant).get(path).then().statusCode(403);
            as(tenant, "service").get(path).then().statusCode(403);
        }
        given().auth().oauth2(TestTokens.service().token()).get(document).then().statusCode(404);
    }

    @Test
    void aProposalThatIsTakenBackIsTold() throws IOException {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);
        once(owner(tenant)).post(version + "/withdraw").then().statusCode(200);
        once(owner(tenant)).post(version + "/withdraw").then().statusCode(409);

        List<JsonNode> events = await().until(
                        this::events,
                        heard -> heard.getLast().get("type").asText().equals("AgreementProposalWithdrawn"));
        assertEquals(contentHash, events.getLast().at("/payload/contentHash").asText());
        assertEquals(
                "AgreementProposed", events.get(events.size() - 2).get("type").asText());
    }

    @Test
    void whatIsOnlyProposedIsNotPublished() {
        String version = firm.inCatalogue().draft(firm.agreement(), LawFirm.terms());
        String contentHash = firm.propose(version);

        given().auth()
                .oauth2(TestTokens.service().token())
                .get("/internal/v1/documents/" + contentHash)
                .then()
                .statusCode(404);
    }

    /** The tenant's events so far, in order. */
    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        long after = 0;
        while (true) {
            JsonNode page = JSON.readTree(given().auth()
                            .oauth2(TestTokens.service().token())
                            .get("/internal/v1/feed?limit=1000&after=" + after)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .get("items");
            if (page.isEmpty()) {
                return events;
            }
            for (JsonNode event : page) {
                after = event.get("position").asLong();
                if (event.get("tenant").asText().equals(tenant.toString())) {
                    events.add(event);
                }
            }
        }
    }
}
