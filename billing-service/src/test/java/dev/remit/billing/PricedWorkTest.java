package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An office move is priced by a fixed amount, a disposal by the device, and a call-out costs extra. */
@QuarkusTest
class PricedWorkTest extends BillingTest {
    private static final Map<String, Object> FIXED = Map.of("kind", "FIXED", "amount", "4500.00", "currency", "USD");
    private static final Map<String, Object> PER_DEVICE =
            Map.of("kind", "PER_UNIT", "amount", "15.00", "currency", "USD", "unit", "device");

    private LawFirm known() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        return firm;
    }

    @Test
    void aFixedPriceIsQuotedApprovedAndBilledOnce() {
        LawFirm firm = known();
        firm.ruled(
                firm.workItem, "EXTRA", true, "cases", List.of(LawFirm.ofClause("EXTRA", "REQUIRED", "price", FIXED)));
        String quote = firm.initialQuote();
        as(firm.tenant, "service-desk")
                .get(API + "/quotes/" + quote)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("cap.amount", equalTo("4500.00"));
        firm.recorded(firm.entry("dana", "2026-06-13T12:00:00Z", "2026-06-13T21:00:00Z"));
        firm.recorded(firm.entry("miguel", "2026-06-13T12:00:00Z", "2026-06-13T21:00:00Z"));
        firm.send(quote).then().statusCode(200);
        firm.approveNow(quote).then().statusCode(200);
        assertEquals(List.of("FIXED 4500.00 billed 4500.00 over 0.00 OPEN"), firm.lines());
        as(firm.tenant, "finance")
                .get(API + "/extras?status=INCLUDED")
                .then()
                .body("items.heldReason", contains("IN_PRICE", "IN_PRICE", "IN_PRICE", "IN_PRICE"));
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(1));
    }

    @Test
    void unitsAreBilledAsStaffHaveCountedThem() {
        LawFirm firm = known();
        List<Object> cases = List.of(LawFirm.ofClause("EXTRA", "NOT_REQUIRED", "price", PER_DEVICE));
        firm.ruled(firm.workItem, "EXTRA", false, "cases", cases);
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);
        as(firm.tenant, "finance")
                .get(API + "/extras?status=HELD")
                .then()
                .body("items.kind", contains("PER_UNIT"))
                .body("items.heldReason", contains("AWAITING_COUNT"));
        firm.ruled(
                firm.workItem,
                "EXTRA",
                false,
                "cases",
                cases,
                "quantity",
                Map.of("count", 12, "by", "dana", "at", "2026-06-12T16:00:00Z"));
        assertEquals(List.of("PER_UNIT 180.00 billed 180.00 over 0.00 OPEN"), firm.lines());
    }

    @Test
    void aCallOutForIncludedWorkIsBilledAndTheWorkIsNot() {
        LawFirm firm = known();
        Map<String, Object> callOut = Map.of("kind", "CALL_OUT", "amount", "90.00", "currency", "USD");
        firm.ruled(
                firm.workItem,
                "INCLUDED",
                false,
                "cases",
                List.of(LawFirm.ofClause("INCLUDED", null, "surcharge", callOut)));
        firm.recorded(firm.entry("dana", "2026-06-13T12:00:00Z", "2026-06-13T13:00:00Z"), "travel", false);
        assertEquals(List.of("CALL_OUT 90.00 billed 90.00 over 0.00 OPEN"), firm.lines());
    }
}
