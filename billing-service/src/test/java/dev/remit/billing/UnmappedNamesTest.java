package dev.remit.billing;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work under a name of the source that nobody has mapped: held until somebody has, and never rated by a lower rate. */
@QuarkusTest
class UnmappedNamesTest extends BillingTest {
    private static final List<String> HELD = List.of("LABOUR null billed null over null HELD UNMAPPED");

    /** Forty-five minutes: 93.75 at the general rate, 131.25 at a senior's. */
    @ParameterizedTest
    @CsvSource({"role, Senior Engineer, ONSITE", "workType, ONSITE, Juggling"})
    void workIsHeldUntilItsNameIsMappedAndThenRatedByIt(String unmapped, String role, String workType) {
        LawFirm firm = withSeniors();
        Map<String, Object> entry = firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T14:45:00Z");
        firm.recorded(entry, "role", role, "workType", workType, "travel", false, "unmapped", List.of(unmapped));
        assertEquals(HELD, firm.lines());
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(0));
        firm.recorded(entry, "role", "SENIOR", "workType", "ONSITE", "travel", false);
        assertEquals(List.of("LABOUR 131.25 billed 131.25 over 0.00 OPEN"), firm.lines());
    }

    @Test
    void anApprovalDoesNotCoverWorkOfAnUnmappedName() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        Map<String, Object> entry = firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T14:45:00Z");
        firm.recorded(entry, "role", "Senior Engineer", "travel", false, "unmapped", List.of("role", "workType"));
        assertEquals(HELD, firm.lines());
        firm.recorded(entry, "travel", false);
        assertEquals(List.of("LABOUR 112.50 billed 112.50 over 0.00 OPEN"), firm.lines());
    }

    @Test
    void workOfNoRoleIsRatedByTheGeneralRate() {
        LawFirm firm = withSeniors();
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T14:45:00Z"), "travel", false);
        assertEquals(List.of("LABOUR 93.75 billed 93.75 over 0.00 OPEN"), firm.lines());
    }

    /** Extra without an approval: 125.00 an hour on site, 175.00 for a senior. */
    private LawFirm withSeniors() {
        LawFirm firm = firm();
        firm.clientKnown();
        Map<String, Object> card = SignedTerms.rateCard("125.00");
        card.put(
                "hourly",
                List.of(
                        LawFirm.map("workType", "ONSITE", "rate", "125.00"),
                        LawFirm.map("workType", "ONSITE", "role", "SENIOR", "rate", "175.00")));
        firm.agreementActivated(1, "2026-01-01", card);
        firm.ruled(firm.workItem, "EXTRA", false);
        return firm;
    }
}
