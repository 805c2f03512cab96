package dev.remit.billing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.billing.work.Work;
import dev.remit.kit.tenancy.Tenancy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that may not be billed yet is kept at its full value, with the reason. */
@QuarkusTest
class HeldWorkTest extends BillingTest {
    @Inject
    Tenancy tenancy;

    @Inject
    Work work;

    @Test
    void unapprovedWorkWaitsForTheApproval() {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.saturday("dana"));
        assertEquals(held("AWAITING_APPROVAL"), firm.lines());
        String quote = firm.sent("4000.00");
        assertEquals(held("AWAITING_APPROVAL"), firm.lines());
        firm.decline(quote).then().statusCode(200);
        assertEquals(held("DECLINED"), firm.lines());
    }

    @Test
    void workWhoseQuoteRanOutWaitsAgainOnceThereIsAnother() {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.saturday("dana"));
        String quote = firm.sent("4000.00");
        Tables.execute("UPDATE quote SET expires_at = '2026-01-02 00:00:00' WHERE id = UUID_TO_BIN('" + quote + "')");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(held("QUOTE_EXPIRED"), firm.lines()));
        firm.askForMore("4000.00").then().statusCode(201);
        assertEquals(held("AWAITING_APPROVAL"), firm.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"SILENT", "AMBIGUOUS", "EXCLUDED"})
    void workThatTheContractDoesNotChargeIsHeld(String verdict) {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(verdict);
        firm.recorded(firm.saturday("dana"));
        assertEquals(held(verdict), firm.lines());
    }

    @Test
    void aVerdictOfTomorrowHoldsTheWork() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled("GOODWILL");
        firm.recorded(firm.saturday("dana"));
        assertEquals(held("SILENT"), firm.lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOT_BILLABLE", "COVERED", "BILLED_ELSEWHERE"})
    void whatItsSourceDoesNotChargeIsShownAndNeverBilled(String billable) {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"), "billable", billable);
        assertEquals(held(billable), firm.lines());
        firm.cutOff("2026-06-30").then().statusCode(200);
        assertEquals(held(billable), firm.lines());
    }

    @Test
    void includedWorkHasNoLine() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled("INCLUDED");
        firm.recorded(firm.saturday("dana"));
        assertEquals(List.of(), firm.lines());
    }

    /** Most of a client's work is included: whoever folds all of it at each event gets slower for ever. */
    @Test
    void foldsPassByWhatIsIncludedUntilItsRulingChanges() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.recorded(firm.saturday("dana"));
        assertEquals(1, unsettled(firm));
        firm.ruled("INCLUDED");
        firm.recorded(firm.saturday("miguel"));
        assertEquals(0, unsettled(firm));
        firm.ruled("EXTRA");
        assertEquals(4, firm.lines().size());
        assertEquals(2, unsettled(firm));
        firm.recorded(firm.saturday("dana"), "deleted", true);
        assertEquals(held("AWAITING_APPROVAL"), firm.lines());
        assertEquals(1, unsettled(firm));
    }

    private int unsettled(LawFirm firm) {
        return tenancy.callAs(firm.tenant, () -> work.unsettled(firm.client).size());
    }

    @Test
    void workBeforeARulingIsHeldAndNotGuessed() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.recorded(firm.saturday("dana"));
        assertEquals(List.of("LABOUR null billed null over null HELD AWAITING_RULING"), firm.lines());
    }

    @Test
    void workWaitsForTheDocumentThatPricesIt() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.ruled("EXTRA");
        firm.recorded(firm.saturday("dana"));
        assertEquals(List.of("LABOUR null billed null over null HELD AWAITING_DOCUMENT"), firm.lines());
        firm.agreementActivated();
        assertEquals(held("AWAITING_APPROVAL"), firm.lines());
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T15:00:00Z,2025-12-31T16:00:00Z,NO_AGREEMENT,ONSITE",
        "2026-06-13T12:00:00Z,2026-06-13T13:00:00Z,NO_RATE,CABLING"
    })
    void workThatNothingPricesIsHeld(String start, String end, String reason, String workType) {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.recorded(firm.entry("dana", start, end), "workType", workType);
        assertEquals(List.of("LABOUR null billed null over null HELD " + reason), firm.lines());
    }

    @Test
    void aTripThatNobodyMeasuredIsHeldAndItsWorkBilled() {
        LawFirm firm = firm();
        firm.clientKnown();
        Map<String, Object> card = SignedTerms.rateCard("150.00");
        card.put("travel", LawFirm.map("kind", "HOURLY", "rate", "90.00"));
        firm.agreementActivated(1, "2026-01-01", card);
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.recorded(firm.saturday("dana"));
        assertEquals(
                List.of(
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL null billed null over null HELD TRIP_UNKNOWN"),
                firm.lines());
    }

    @Test
    void workThatTheEngineRefusesIsHeldAndHoldsNothingElseUp() {
        LawFirm firm = firm();
        firm.clientKnown();
        Map<String, Object> card = SignedTerms.rateCard("150.00");
        card.put("hourly", List.of(LawFirm.map("workType", "ONSITE", "rate", "150.00", "from", "2026-06-13")));
        firm.agreementActivated(1, "2026-01-01", card);
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.recorded(firm.saturday("dana"), "travel", false);
        firm.recorded(
                firm.entry("miguel", "2026-06-12T20:00:00Z", "2026-06-12T21:00:00Z"),
                "siteZone",
                "Pacific/Auckland",
                "travel",
                false);
        assertEquals(
                List.of(
                        "LABOUR null billed null over null HELD NO_RATE",
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN"),
                firm.lines());
    }

    @ParameterizedTest
    @CsvSource({"2015-01-05T15:00:00Z,2026-06-13T15:00:00Z", "1850-06-13T12:00:00Z,1850-06-13T13:00:00Z"})
    void timesThatCannotBeRatedAreHeldAndHoldNothingElseUp(String start, String end) {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.entry("dana", start, end));
        firm.recorded(firm.saturday("miguel"));
        firm.approved("4000.00");
        assertEquals(
                List.of(
                        "LABOUR null billed null over null HELD UNUSABLE_TIMES",
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
        firm.recorded(firm.entry("dana", start, end), "billable", "COVERED");
        firm.ruled("EXCLUDED");
        firm.ruled("EXTRA");
        firm.recorded(firm.entry("dana", start, end), "start", "2026-06-13T14:00:00Z", "end", "2026-06-13T15:00:00Z");
        assertEquals(
                List.of(
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN",
                        "LABOUR 225.00 billed 225.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
    }

    @Test
    void workOfNoNameOrAnEndlessOneIsHeldAndHoldsNothingElseUp() {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.entry("anna", "2026-06-13T11:00:00Z", "2026-06-13T11:30:00Z"), "workType", null);
        firm.recorded(
                firm.entry("bob", "2026-06-13T11:30:00Z", "2026-06-13T12:00:00Z"),
                "workType",
                "ü".repeat(100_000),
                "role",
                "r".repeat(100_000));
        firm.recorded(firm.saturday("dana"));
        firm.approved("4000.00");
        assertEquals(
                List.of(
                        "LABOUR null billed null over null HELD NO_RATE",
                        "LABOUR null billed null over null HELD NO_RATE",
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
        firm.recorded(firm.entry("anna", "2026-06-13T11:00:00Z", "2026-06-13T11:30:00Z"));
        assertEquals(
                List.of("LABOUR 112.50 billed 112.50 over 0.00 OPEN", "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines().subList(0, 2));
    }

    @Test
    void workThatNeedsNoApprovalIsOpen() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.recorded(firm.saturday("dana"));
        assertEquals(
                List.of("LABOUR 2025.00 billed 2025.00 over 0.00 OPEN", "TRAVEL 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
    }

    @Test
    void aLineOfOnePlainBandWritesNoFactor() {
        LawFirm firm = firm();
        firm.clientKnown();
        Map<String, Object> card = SignedTerms.rateCard("137.00");
        card.put("incrementMinutes", 1L);
        firm.agreementActivated(1, "2026-01-01", card);
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T14:25:00Z"), "travel", false);
        assertEquals(List.of("LABOUR 57.08 billed 57.08 over 0.00 OPEN"), firm.lines());
        assertEquals("25 min × 137.00/h", firm.extras().getFirst().get("arithmetic"));
    }

    private static List<String> held(String reason) {
        return List.of(
                "LABOUR 2025.00 billed 0.00 over 0.00 HELD " + reason,
                "TRAVEL 75.00 billed 0.00 over 0.00 HELD " + reason);
    }
}
