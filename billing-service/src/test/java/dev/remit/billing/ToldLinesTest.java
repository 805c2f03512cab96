package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the other services hear of lines, caps and batches. */
@QuarkusTest
class ToldLinesTest extends BillingTest {

    @Test
    void eachLineIsToldOnceAsItStands() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        Map<String, Object> dana = firm.saturday("dana");
        firm.recorded(dana);
        firm.recorded(dana);
        List<Map<String, Object>> told = told(firm, "Extra");
        assertEquals(
                List.of("ExtraRated OPEN 2025.00", "ExtraRated OPEN 75.00"), inShort(told), "the same entry twice");
        Map<?, ?> labour = payload(told.getFirst());
        assertEquals(told.getFirst().get("subject"), labour.get("extraId"));
        assertEquals(firm.ticket.toString(), labour.get("ticketId"));
        assertEquals(firm.workItem.toString(), labour.get("workItemId"));
        assertEquals(firm.client.toString(), labour.get("clientId"));
        assertEquals("2026-06-13", labour.get("workDate"));
        assertEquals("2025.00", ((Map<?, ?>) labour.get("billed")).get("amount"));
        assertFalse(labour.containsKey("heldReason"));
    }

    @Test
    void aLineThatIsHeldSaysWhyAndOneThatIsGoneIsTakenBack() {
        LawFirm firm = firm().ruledExtra();
        Map<String, Object> dana = firm.saturday("dana");
        firm.recorded(dana);
        List<Map<String, Object>> held = told(firm, "ExtraHeld");
        assertEquals(2, held.size());
        assertEquals("AWAITING_APPROVAL", payload(held.getFirst()).get("heldReason"));
        firm.recorded(dana, "deleted", true);
        assertEquals(
                List.of("ExtraCorrected DROPPED 2025.00", "ExtraCorrected DROPPED 75.00"),
                inShort(told(firm, "ExtraCorrected")).stream().sorted().toList());
    }

    @Test
    void workThatIsIncludedIsNobodysNews() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled("INCLUDED");
        firm.recorded(firm.saturday("dana"), "travel", false);
        assertEquals(1, firm.lines().size() + included(firm));
        assertEquals(List.of(), told(firm, "Extra"));
    }

    private static int included(LawFirm firm) {
        return as(firm.tenant, "finance")
                .get(API + "/extras?status=INCLUDED")
                .<List<?>>path("items")
                .size();
    }

    @Test
    void whatFinanceHasIsCorrectedInLinesThatAreToldToo() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        Map<String, Object> dana = firm.saturday("dana");
        firm.recorded(dana, "travel", false);
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.recorded(dana, "travel", false, "end", "2026-06-13T20:00:00Z");
        List<Map<String, Object>> told = told(firm, "Extra");
        assertEquals(
                List.of(
                        "ExtraCorrected OPEN -2025.00",
                        "ExtraCorrected REVERSED 2025.00",
                        "ExtraRated OPEN 1800.00",
                        "ExtraRated OPEN 2025.00"),
                inShort(told).stream().sorted().toList());
        Map<?, ?> reversal = told.stream()
                .map(ToldLinesTest::payload)
                .filter(line -> "REVERSAL".equals(line.get("origin")))
                .findFirst()
                .orElseThrow();
        assertEquals(payload(told.getFirst()).get("extraId"), reversal.get("refersTo"));
    }

    @Test
    void whatIsUsedOfACapIsToldWheneverItChanges() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("2500.00");
        Map<String, Object> hour = firm.entry("dana", "2026-07-01T14:00:00Z", "2026-07-01T15:00:00Z");
        firm.recorded(hour);
        Map<?, ?> one = payload(told(firm, "CapUsed").getLast());
        assertEquals(quote, one.get("quoteId"));
        assertEquals(Map.of("amount", "2500.00", "currency", "USD"), one.get("cap"));
        assertEquals(Map.of("amount", "225.00", "currency", "USD"), one.get("used"));
        firm.recorded(firm.saturday("dana"));
        assertEquals(
                Map.of("amount", "2325.00", "currency", "USD"),
                payload(told(firm, "CapUsed").getLast()).get("used"));
        firm.recorded(hour, "deleted", true);
        assertEquals(
                Map.of("amount", "2100.00", "currency", "USD"),
                payload(told(firm, "CapUsed").getLast()).get("used"));
    }

    @Test
    void mostOfACapAndAllOfItAreToldOnceForEachApproval() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("2500.00");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.entry("dana", "2026-07-01T14:00:00Z", "2026-07-01T15:00:00Z"));
        List<Map<String, Object>> told = told(firm, "CapNear");
        assertEquals(1, told.size(), told.toString());
        Map<?, ?> most = payload(told.getFirst());
        assertEquals(firm.workItem.toString(), told.getFirst().get("subject"));
        assertEquals(80, most.get("threshold"));
        assertEquals(84, most.get("percent"));
        assertEquals(Map.of("amount", "2500.00", "currency", "USD"), most.get("cap"));
        assertEquals(Map.of("amount", "2100.00", "currency", "USD"), most.get("used"));
        assertEquals(quote, most.get("quoteId"));
        assertEquals(Map.of("id", "dana", "name", "Technician dana"), most.get("technician"));

        firm.recorded(firm.saturday("miguel"));
        firm.recorded(firm.entry("miguel", "2026-07-02T14:00:00Z", "2026-07-02T15:00:00Z"));
        List<Map<String, Object>> both = told(firm, "CapNear");
        assertEquals(2, both.size(), both.toString());
        assertEquals(100, payload(both.getLast()).get("threshold"));
        assertEquals("miguel", ((Map<?, ?>) payload(both.getLast()).get("technician")).get("id"));

        firm.moreRoom("2500.00");
        List<Map<String, Object>> further = told(firm, "CapNear");
        assertEquals(3, further.size(), further.toString());
        assertEquals(80, payload(further.getLast()).get("threshold"), "of both caps together");
        assertFalse(quote.equals(payload(further.getLast()).get("quoteId")));
    }

    @Test
    void aBatchIsTold() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        once(as(firm.tenant, "finance"))
                .body("{}")
                .post(API + "/export-batches")
                .then()
                .statusCode(201);
        List<Map<String, Object>> told = told(firm, "BatchCreated");
        assertEquals(1, told.size());
        Map<?, ?> batch = payload(told.getFirst());
        assertEquals(1, batch.get("batch"));
        assertEquals(2, batch.get("lines"));
        assertEquals(List.of(Map.of("amount", "2100.00", "currency", "USD")), batch.get("totals"));
        assertTrue(UUID.fromString((String) batch.get("batchId")).version() > 0);
    }

    private static List<Map<String, Object>> told(LawFirm firm, String prefix) {
        return events(firm).stream()
                .filter(event -> ((String) event.get("type")).startsWith(prefix))
                .toList();
    }

    private static Map<?, ?> payload(Map<String, Object> event) {
        return (Map<?, ?>) event.get("payload");
    }

    private static List<String> inShort(List<Map<String, Object>> told) {
        return told.stream()
                .map(event -> event.get("type") + " " + payload(event).get("status") + " "
                        + ((Map<?, ?>) payload(event).get("amount")).get("amount"))
                .toList();
    }
}
