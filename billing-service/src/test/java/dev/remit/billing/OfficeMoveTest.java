package dev.remit.billing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The law firm's office move, to the cent and in whatever order it becomes known. */
@QuarkusTest
class OfficeMoveTest extends BillingTest {
    private static final List<String> STORY = List.of(
            "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
            "TRAVEL 75.00 billed 75.00 over 0.00 OPEN",
            "LABOUR 2025.00 billed 1900.00 over 125.00 OPEN",
            "TRAVEL 75.00 billed 0.00 over 75.00 HELD OVER_CAP");

    @Test
    void twoTechniciansOneSaturdayAndACap() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("miguel"));
        assertEquals(STORY, firm.lines());
        as(firm.tenant, "auditor")
                .get(API + "/extras?clientCode=" + LawFirm.CODE + "&status=OPEN&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", notNullValue())
                .body("items[0].arithmetic", equalTo("540 min × 150.00/h × 1.5"))
                .body("items[0].band", equalTo("WEEKEND"))
                .body("items[0].minutes", equalTo(540))
                .body("items[0].workDate", equalTo("2026-06-13"))
                .body("items[0].ticket.externalId", equalTo("70123"))
                .body("items[0].ruling.clause.id", equalTo("4.2"))
                .body("items[0].pricedBy.rateClause", equalTo("6.1"))
                .body("items[0].pricedBy.documentHash", equalTo(firm.documentHash()))
                .body("items[0].approval.quoteId", equalTo(quote))
                .body("items[0].approval.by", equalTo("Eleanor Whitfield"))
                .body("items[0].timeEntry.connection", equalTo("cw"));
    }

    @Test
    void everyOrderOfArrivalEndsInTheSameLines() {
        int tried = 0;
        for (List<Step> order : permutations(List.of(Step.values()))) {
            if (order.indexOf(Step.APPROVAL) > order.indexOf(Step.RULING)
                    && order.indexOf(Step.APPROVAL) > order.indexOf(Step.DOCUMENT)) {
                LawFirm firm = firm();
                firm.clientKnown();
                order.forEach(step -> take(step, firm));
                assertEquals(STORY, firm.lines(), () -> "in the order " + order);
                tried++;
            }
        }
        assertEquals(40, tried);
    }

    private enum Step {
        DOCUMENT,
        RULING,
        APPROVAL,
        DANA,
        MIGUEL
    }

    private static void take(Step step, LawFirm firm) {
        switch (step) {
            case DOCUMENT -> firm.agreementActivated();
            case RULING -> firm.ruled("EXTRA");
            case APPROVAL -> firm.approved("4000.00");
            case DANA -> firm.recorded(firm.saturday("dana"));
            case MIGUEL -> firm.recorded(firm.saturday("miguel"));
        }
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : all) {
            List<T> others = new ArrayList<>(all);
            others.remove(first);
            for (List<T> rest : permutations(others)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    @Test
    void aRepeatedOrOutdatedEventChangesNothing() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        Map<String, Object> dana = firm.saturday("dana");
        firm.recorded(dana, "workType", "REMOTE");
        firm.recorded(dana);
        firm.recorded(firm.saturday("miguel"));
        firm.recordedOutOfOrder(dana, "workType", "REMOTE");
        assertEquals(STORY, firm.lines());
    }

    @Test
    void workIsRatedByTheVersionInForceOnItsDateOnceTheQuoteHasExpired() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.agreementActivated(2, "2026-06-14", "160.00");
        firm.recorded(firm.entry("dana", "2026-06-13T12:00:00Z", "2026-06-13T13:00:00Z"), "travel", false);
        firm.recorded(firm.entry("dana", "2026-06-14T12:00:00Z", "2026-06-14T13:00:00Z"), "travel", false);
        assertEquals(
                List.of("LABOUR 225.00 billed 225.00 over 0.00 OPEN", "LABOUR 240.00 billed 240.00 over 0.00 OPEN"),
                firm.lines());
    }

    @Test
    void aVersionThatWasWithdrawnPricesNothing() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.agreementActivated(2, "2026-06-14", "160.00");
        firm.agreementEnded(2, "2026-06-14");
        firm.recorded(firm.entry("dana", "2026-06-14T12:00:00Z", "2026-06-14T13:00:00Z"), "travel", false);
        assertEquals(List.of("LABOUR 225.00 billed 225.00 over 0.00 OPEN"), firm.lines());
    }

    @Test
    void anApprovedQuotesRateHoldsUnderALaterVersion() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.agreementActivated(2, "2026-06-01", "160.00");
        firm.recorded(firm.entry("dana", "2026-06-13T12:00:00Z", "2026-06-13T13:00:00Z"), "travel", false);
        assertEquals(List.of("LABOUR 225.00 billed 225.00 over 0.00 OPEN"), firm.lines());
    }

    @Test
    void anEntryAcrossTheEveningIsOneLineABand() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.entry("dana", "2026-06-12T20:30:00Z", "2026-06-12T22:30:00Z"));
        assertEquals(
                List.of(
                        "LABOUR 150.00 billed 150.00 over 0.00 OPEN",
                        "LABOUR 225.00 billed 225.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
    }

    @Test
    void aTripIsChargedOnceForATechnicianSiteAndDate() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.entry("dana", "2026-06-12T18:00:00Z", "2026-06-12T19:00:00Z"));
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"));
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z"));
        assertEquals(
                List.of(
                        "LABOUR 150.00 billed 150.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN",
                        "LABOUR 150.00 billed 150.00 over 0.00 OPEN",
                        "LABOUR 150.00 billed 150.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
    }
}
