package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.replay.Finding;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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
                .body("links[1].payload.lines.billed", contains("1900.00", "0.00"))
                .body("links[1].payload.lines[0].documentHash", equalTo(firm.documentHash()))
                .body("links[2].payload.lines.position", contains(1, 2, 3));
        List<Finding> findings = EvidenceCheck.replayed(firm.tenant, extra);
        assertEquals(6, findings.size(), "four lines, and the cap with each of the two links");
    }

    @Test
    void workThatWaitsBringsItToo() {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.saturday("dana"));
        String extra = (String) firm.extras().getFirst().get("id");
        assertEquals(2, EvidenceCheck.replayed(firm.tenant, extra).size());
        firm.approved("1000.00");
        assertEquals(5, EvidenceCheck.replayed(firm.tenant, extra).size());
    }

    @Test
    void aLinkHoldsWhatChangedAndNothingElse() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("40000.00");
        firm.recorded(hour(firm, 1));
        String extra = (String) firm.extras().getFirst().get("id");
        long first = size(firm, extra);
        for (int day = 2; day <= 20; day++) {
            firm.recorded(hour(firm, day));
        }
        long all = size(firm, extra);
        assertTrue(all < 20 * first * 11 / 10, "20 links of " + first + " bytes each, " + all + " in all");
    }

    /** One line more in the same group of a card that rounds a ticket's work together. */
    @Test
    void evidenceOfWorkThatIsRoundedTogetherGrowsWithItsEntries() {
        LawFirm firm = firm();
        firm.clientKnown();
        Map<String, Object> card = new LinkedHashMap<>(SignedTerms.rateCard("150.00"));
        card.put("grouping", "TICKET");
        String hash = firm.agreementActivated(1, "2026-01-01", card);
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "agreement",
                Map.of("agreementId", firm.agreement.toString(), "version", 1L, "documentHash", hash));
        firm.approved("40000.00");
        long few = 0;
        for (int i = 1; i <= 60; i++) {
            String date = "2026-06-%02dT".formatted(1 + i % 28);
            firm.recorded(firm.entry("dana", date + "1" + i / 28 + ":00:00Z", date + "1" + i / 28 + ":10:00Z"));
            if (i == 20) {
                few = size(firm, (String) firm.extras().getFirst().get("id"));
            }
        }
        String extra = (String) firm.extras().getFirst().get("id");
        long many = size(firm, extra);
        EvidenceCheck.replayed(firm.tenant, extra);
        assertTrue(many < 4 * few, few + " bytes for 20 entries, " + many + " for 60");
    }

    private static Map<String, Object> hour(LawFirm firm, int day) {
        String date = "2026-06-%02dT".formatted(day);
        return firm.entry("dana", date + "14:00:00Z", date + "15:00:00Z");
    }

    private static long size(LawFirm firm, String extra) {
        return as(firm.tenant, "auditor")
                .get(API + "/extras/" + extra + "/evidence?limit=200")
                .asByteArray()
                .length;
    }

    @Test
    void aTicketThatMovesHasOneChainForBothClients() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        String extra = (String) firm.extras().getFirst().get("id");
        LawFirm other = firm.neighbour("cho-accounting");
        other.clientKnown();
        other.agreementActivated();
        other.took(firm);
        firm.recorded(firm.saturday("dana"), "clientId", other.client.toString());
        other.approved("1000.00");
        firm.cutOff("2026-06-30").then().statusCode(200).body("billed[0].amount", equalTo("-1100.00"));
        EvidenceCheck.replayed(firm.tenant, extra);
    }

    /** A cut-off of the client before and the work of the client now are written by turns, whichever comes first. */
    @Test
    void twoBooksWriteInOneChainAtOnce() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        LawFirm other = firm.neighbour("cho-accounting");
        other.clientKnown();
        other.agreementActivated();
        other.ticket = firm.ticket;
        other.ruled(other.workItem, "EXTRA", true);
        other.sent("1000.00");
        other.recorded(other.saturday("miguel"));
        List<CompletableFuture<Integer>> both = List.of(
                CompletableFuture.supplyAsync(() -> firm.cutOff("2026-06-30").statusCode()),
                CompletableFuture.supplyAsync(
                        () -> other.approve(other.initialQuote()).statusCode()));
        both.forEach(one -> assertEquals(200, one.join()));
        assertTrue(EvidenceCheck.replayed(
                                firm.tenant, (String) firm.extras().getFirst().get("id"))
                        .size()
                > 4);
    }
}
