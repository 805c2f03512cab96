package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.replay.Finding;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a line's figures come from can be shown, and computed again, by whoever has the evidence. */
@QuarkusTest
class EvidenceTest extends BillingTest {

    @Test
    void aLineBringsTheWorkTermsAndCapThatItWasComputedFrom() {
        LawFirm firm = firm().ruledExtra();
        String quote = firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("miguel"));
        firm.cutOff("2026-06-14").then().statusCode(200);
        String extra = (String) firm.extras().getFirst().get("id");
        as(firm.tenant, "auditor")
                .get(API + "/extras/" + extra + "/evidence")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("links.kind", contains("RATED", "RATED", "PUBLISHED"))
                .body("links.payload.engine", everyItem(equalTo("1")))
                .body("links[0].payload.tzdb", hasKey("America/New_York"))
                .body("links[0].payload.cases[0].rateCard.hourlyMinor.ONSITE", equalTo(15000))
                .body("links[0].payload.lines.amount", contains("2025.00", "75.00"))
                .body("links[1].payload.cases", hasSize(1))
                .body("links[1].payload.caps[0].cap", equalTo("4000.00"))
                .body("links[1].payload.caps[0].quotes", contains(quote))
                .body("links[1].payload.lines.billed", contains("2025.00", "75.00", "1900.00", "0.00"))
                .body("links[1].payload.lines[2].documentHash", equalTo(firm.documentHash()))
                .body("links[2].payload.lines.position", contains(1, 2, 3));
        List<Finding> findings = EvidenceCheck.replayed(firm.tenant, extra);
        assertEquals(6, findings.size());
    }

    @Test
    void workThatWaitsBringsItToo() {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.saturday("dana"));
        String extra = (String) firm.extras().getFirst().get("id");
        assertEquals(2, EvidenceCheck.replayed(firm.tenant, extra).size());
        firm.approved("1000.00");
        assertEquals(4, EvidenceCheck.replayed(firm.tenant, extra).size());
    }
}
