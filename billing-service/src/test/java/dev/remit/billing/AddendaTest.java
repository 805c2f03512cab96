package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The office move is ruled by a statement of work beside the master, whose rate is 150.00. */
@QuarkusTest
class AddendaTest extends BillingTest {
    private final UUID addendum = UUID.randomUUID();

    private LawFirm moving(String onSiteRate) {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        String hash = firm.addendumActivated(addendum, onSiteRate);
        Map<String, Object> version =
                Map.of("agreementId", addendum.toString(), "kind", "ADDENDUM", "version", 1L, "documentHash", hash);
        Map<String, Object> move = LawFirm.ofClause(
                "EXTRA",
                "REQUIRED",
                "agreement",
                version,
                "clause",
                Map.of("id", "1.1", "title", "The move", "text", "The move is charged."));
        firm.ruled(
                firm.workItem,
                "EXTRA",
                true,
                "cases",
                List.of(move),
                "agreement",
                Map.of("agreementId", addendum.toString(), "version", 1L, "documentHash", hash));
        return firm;
    }

    @Test
    void theLineIsPricedByTheAddendumWhoseClauseDecides() {
        LawFirm firm = moving("90.00");
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);

        as(firm.tenant, "finance")
                .get(API + "/extras")
                .then()
                .body("items.amount.amount", contains("90.00"))
                .body("items.arithmetic", contains("60 min × 90.00/h"))
                .body("items.ruling.clause.id", contains("1.1"))
                .body("items.pricedBy.agreementId", contains(addendum.toString()))
                .body("items.pricedBy.version", contains(1));
        as(firm.tenant, "service-desk")
                .get(API + "/quotes/" + firm.initialQuote())
                .then()
                .body("ruling.clause.id", equalTo("1.1"));
    }

    @Test
    void anAddendumWithoutPricesHasItsMasters() {
        LawFirm firm = moving(null);
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);

        as(firm.tenant, "finance")
                .get(API + "/extras")
                .then()
                .body("items.amount.amount", contains("150.00"))
                .body("items.ruling.clause.id", contains("1.1"))
                .body("items.ruling.clause.agreementId", contains(addendum.toString()))
                .body("items.pricedBy.agreementId", contains(firm.agreement.toString()));
    }

    @Test
    void onceTheMasterHasEndedNeitherPricesWork() {
        LawFirm firm = moving("90.00");
        firm.agreementEnded(1, "2026-06-01");
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);

        assertEquals(List.of("LABOUR null billed null over null HELD NO_AGREEMENT"), firm.lines());
    }
}
