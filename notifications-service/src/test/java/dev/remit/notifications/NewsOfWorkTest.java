package dev.remit.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews, caps, lines, batches and proposals become what receivers outside are told. */
@QuarkusTest
class NewsOfWorkTest extends NotificationsTest {
    private final UUID review = UUID.randomUUID();
    private final UUID line = UUID.randomUUID();
    private Msp msp;

    @BeforeEach
    void newMsp() {
        msp = new Msp(consumers).clientKnown().ticketReceived();
    }

    @Test
    void aRulingThatWouldBeAnotherIsToldOfTheWorkItemAndOfTheReview() {
        Map<String, Object> raised = review("FACTS_CHANGED", "OPEN");
        raised.put("ticketId", msp.ticket.toString());
        raised.put("clientId", msp.client.toString());
        raised.put(
                "otherwise",
                Map.of(
                        "workItemId",
                        msp.workItem.toString(),
                        "rulingId",
                        line.toString(),
                        "verdict",
                        "INCLUDED",
                        "item",
                        "password-reset",
                        "clauseId",
                        "4.1",
                        "approvalRequired",
                        false));
        msp.told("tickets", "ReviewRaised", review, raised);
        Map<String, Object> ended = new LinkedHashMap<>(raised);
        ended.put("state", "RESOLVED");
        ended.put("endedAt", "2026-06-12T19:00:00Z");
        msp.told("tickets", "ReviewEnded", review, ended);

        assertEquals(
                List.of("review.raised REVIEW 1", "ruling.facts_changed WORK_ITEM 1", "review.ended REVIEW 2"), told());
        JsonNode changed = bodies().get(2);
        assertEquals(msp.workItem.toString(), changed.at("/data/subject/id").asText());
        assertEquals(Msp.CLIENT, changed.at("/data/client/code").asText());
        assertEquals("T-1", changed.at("/data/ticket/externalId").asText());
        assertEquals("INCLUDED", changed.at("/data/review/otherwise/verdict").asText());
        assertEquals("RESOLVED", last().at("/data/review/state").asText());
    }

    @Test
    void aReviewOfWhatNobodyKnowsIsToldByTheSourcesKeys() {
        msp.told("tickets", "ReviewRaised", review, review("UNKNOWN_NAME", "OPEN"));
        assertEquals(List.of("review.raised REVIEW 1"), told());
        assertEquals("UNKNOWN_NAME", last().at("/data/review/cause").asText());
        assertEquals("T-1", last().at("/data/review/externalId").asText());
        assertTrue(last().at("/data/client").isMissingNode());
    }

    @Test
    void aCapOfWhichMostIsUsedNamesWhoseWorkUsedIt() {
        Map<String, Object> near = ofTicket();
        near.put("quoteId", msp.quote.toString());
        near.put("cap", usd("2500.00"));
        near.put("used", usd("2100.00"));
        near.put("threshold", 80);
        near.put("percent", 84);
        near.put("technician", Map.of("id", "dana", "name", "Dana Ruiz"));
        msp.told("billing", "CapNear", msp.workItem, near);
        assertEquals(List.of("cap.near WORK_ITEM 1"), told());
        assertEquals("2100.00", last().at("/data/cap/used/amount").asText());
        assertEquals(84, last().at("/data/cap/percent").asInt());
        assertEquals("Dana Ruiz", last().at("/data/cap/technician").asText());
    }

    @Test
    void aLineIsHeldRatedAndCorrected() {
        Map<String, Object> held = line("HELD");
        held.put("heldReason", "AWAITING_APPROVAL");
        msp.told("billing", "ExtraHeld", line, held);
        msp.told("billing", "ExtraRated", line, line("OPEN"));
        msp.told("billing", "ExtraCorrected", line, line("REVERSED"));
        assertEquals(List.of("extra.held EXTRA 1", "extra.rated EXTRA 2", "extra.corrected EXTRA 3"), told());
        assertEquals(
                "AWAITING_APPROVAL",
                bodies().get(1).at("/data/extra/heldReason").asText());
        assertEquals("REVERSED", last().at("/data/extra/status").asText());
        assertEquals("2025.00", last().at("/data/extra/amount/amount").asText());
        assertEquals("cw", last().at("/data/ticket/connection").asText());
    }

    @Test
    void aBatchOfEverybodysLinesNamesNoClient() {
        Map<String, Object> batch = new LinkedHashMap<>();
        batch.put("batchId", line.toString());
        batch.put("batch", 7);
        batch.put("lines", 2);
        batch.put("totals", List.of(usd("2100.00")));
        batch.put("csvHash", "ab".repeat(32));
        batch.put("createdAt", "2026-07-01T08:00:00Z");
        batch.put("createdBy", "finance");
        msp.told("billing", "BatchCreated", line, batch);
        assertEquals(List.of("batch.created BATCH 1"), told());
        assertEquals(7, last().at("/data/batch/number").asInt());
        assertEquals("2100.00", last().at("/data/batch/totals/0/amount").asText());
        assertTrue(last().at("/data/client").isMissingNode());
    }

    @Test
    void anAgreementIsProposedTakenBackAndSigned() {
        UUID agreement = UUID.randomUUID();
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("agreementId", agreement.toString());
        version.put("clientId", msp.client.toString());
        version.put("version", 1);
        version.put("contentHash", "cd".repeat(32));
        version.put("effectiveFrom", "2026-07-01");
        version.put(
                "signers",
                List.of(Map.of("name", "Eleanor Whitfield", "email", "eleanor@example.com", "login", "partner")));
        msp.told("contracts", "AgreementProposed", agreement, version);
        msp.told("contracts", "AgreementProposalWithdrawn", agreement, version);
        version.put(
                "signedBy",
                List.of(Map.of(
                        "party",
                        "CLIENT",
                        "name",
                        "Eleanor Whitfield",
                        "title",
                        "Managing partner",
                        "signedAt",
                        "2026-06-12T18:00:00Z")));
        msp.told("contracts", "AgreementActivated", agreement, version);
        assertEquals(
                List.of(
                        "agreement.proposed AGREEMENT 1",
                        "agreement.taken_back AGREEMENT 2",
                        "agreement.signed AGREEMENT 3"),
                told());
        JsonNode proposed = bodies().get(1);
        assertEquals("PROPOSED", proposed.at("/data/agreement/state").asText());
        assertEquals(
                "Eleanor Whitfield", proposed.at("/data/agreement/proposedTo/0").asText());
        assertEquals("DRAFT", bodies().get(2).at("/data/agreement/state").asText());
        assertEquals(
                "Managing partner",
                last().at("/data/agreement/signedBy/0/title").asText());
        assertFalse(bodies().toString().contains("eleanor@example.com"));
    }

    private Map<String, Object> review(String cause, String state) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("reviewId", review.toString());
        payload.put("cause", cause);
        payload.put("state", state);
        payload.put("connection", "cw");
        payload.put("externalId", "T-1");
        payload.put("field", "priority");
        payload.put("raisedAt", "2026-06-12T18:00:00Z");
        return payload;
    }

    private Map<String, Object> line(String status) {
        Map<String, Object> payload = ofTicket();
        payload.put("extraId", line.toString());
        payload.put("timeEntryId", review.toString());
        payload.put("origin", "RATED");
        payload.put("kind", "LABOUR");
        payload.put("status", status);
        payload.put("workDate", "2026-06-13");
        payload.put("clause", Map.of("id", "4.4", "title", "Moves"));
        payload.put("band", "WEEKEND");
        payload.put("minutes", 540);
        payload.put("amount", usd("2025.00"));
        payload.put("billed", usd("2025.00"));
        payload.put("overCap", usd("0.00"));
        return payload;
    }

    private Map<String, Object> ofTicket() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("ticketId", msp.ticket.toString());
        payload.put("workItemId", msp.workItem.toString());
        payload.put("clientId", msp.client.toString());
        return payload;
    }

    private static Map<String, String> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    private List<JsonNode> bodies() {
        return StoredNotifications.of(msp.tenant);
    }

    private JsonNode last() {
        return bodies().getLast();
    }

    /** Type, kind of subject and sequence of what was told since its ticket came in. */
    private List<String> told() {
        return bodies().stream()
                .skip(1)
                .map(body -> body.at("/type").asText() + " "
                        + body.at("/data/subject/kind").asText() + " " + body.at("/data/sequence"))
                .toList();
    }
}
